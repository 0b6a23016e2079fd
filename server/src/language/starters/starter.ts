/** A whole file to begin with. */
export interface Starter {
  /** `TYPE` or `TYPE: VARIANT`, as it is offered. */
  readonly label: string;
  /** What one gets, in a line. */
  readonly description: string;
  /**
   * The file, in which `‹a›` marks what a user will want to change, and `‹a|b›` what there is to choose from, the usual
   * first. Marks with the same text stand for one thing and are changed together.
   */
  readonly file: string;
}

const MARK = /‹([^‹›]*)›/;

/** The file of a starter as dstack reads it, with a line break at its end. */
export function plainText({ file }: Starter): string {
  return split(file)
    .map(({ text, choices }) => choices?.[0] ?? text)
    .join('');
}

/** The file of a starter in LSP's snippet syntax: its marks are tab stops in the order of the text. */
export function snippetText({ file }: Starter): string {
  const stops: string[] = [];
  return split(file)
    .map(({ text, choices }) => {
      if (!choices) return escaped(text, /[\\$}]/g);
      if (!stops.includes(text)) stops.push(text);
      const stop = String(stops.indexOf(text) + 1);
      if (choices.length === 1) return `\${${stop}:${escaped(text, /[\\$}]/g)}}`;
      return `\${${stop}|${choices.map((choice) => escaped(choice, /[\\,|]/g)).join()}|}`;
    })
    .join('');
}

function escaped(text: string, special: RegExp): string {
  return text.replace(special, '\\$&');
}

interface Piece {
  readonly text: string;
  /** Of a mark, its alternatives. */
  readonly choices?: readonly string[];
}

function split(file: string): readonly Piece[] {
  return file
    .split(MARK)
    .map((text, index) => (index % 2 === 0 ? { text } : { text, choices: text.split('|') }));
}

/** A file in the source of this folder: without the line break in front, indented by its first line, `\` as it is. */
export function yaml(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const text = String.raw(strings, ...values).replace(/^\n/, '');
  const indent = /^ */.exec(text)?.[0] ?? '';
  return text.replaceAll(new RegExp(`^${indent}`, 'gm'), '').trimEnd() + '\n';
}

/** `${{ NAME }}`, which a template literal of JavaScript cannot hold. */
export function reference(name: string): string {
  return `\${{ ${name} }}`;
}
