import { Lines, touches } from '../../../server/src/language/base/span';
import { keyText, type Node } from '../../../server/src/language/yaml/node';

/** The lines that replace one, in a file that is being written; undefined if the edit does not apply. */
export type LineEdit = (line: string, unit: number) => readonly string[] | undefined;

const replaced =
  (from: RegExp, to: string): LineEdit =>
  (line) => {
    const changed = line.replace(from, to);
    return changed === line ? undefined : [changed];
  };

const indentOf = (line: string) => /^ */.exec(line)?.[0] ?? '';

/** Edits that leave a file unfinished, by their name for reports. */
export const LINE_EDITS: Readonly<Record<string, LineEdit>> = {
  'half-typed word': () => ['res'],
  'half-typed word at the indentation of the line': (line) => [`${indentOf(line)}res`],
  'half-typed word below, deeper': (line, unit) => [
    line,
    `${indentOf(line)}${' '.repeat(unit)}res`,
  ],
  'half-typed key below, deeper': (line, unit) => [
    line,
    `${indentOf(line)}${' '.repeat(unit)}res:`,
  ],
  'colon missing': replaced(/:/, ''),
  "unclosed '": replaced(/: .*/, ": 'x"),
  'unclosed "': replaced(/: .*/, ': "x'),
  'stray "': (line) => [`${line}"`],
  "stray '": (line) => [`${line}'`],
  'unclosed [': replaced(/: .*/, ': ['),
  'unclosed {': replaced(/: .*/, ': {'),
  'unclosed [ with a word': replaced(/: .*/, ': [x'),
  'unclosed { with a key': replaced(/: .*/, ': {x: '),
  '[ above a block': replaced(/:$/, ': ['),
  '{ above a block': replaced(/:$/, ': {'),
  "' above a block": replaced(/:$/, ": '"),
  '" above a block': replaced(/:$/, ': "'),
  'tabs as indentation': (line, unit) => {
    const { length } = indentOf(line);
    return length === 0 ? undefined : ['\t'.repeat(Math.ceil(length / unit)) + line.slice(length)];
  },
  'a tab in front': (line) => [`\t${line}`],
  'merge conflict': (line) => [
    '<<<<<<< HEAD',
    line,
    '=======',
    line.replace(/\w+\s*$/, 'other'),
    '>>>>>>> feature/other',
  ],
  'half of a merge conflict': (line) => ['<<<<<<< HEAD', line, '======='],
};

/** A text after one edit. */
export interface Unfinished {
  readonly text: string;
  /** The number of a line in the text before the edit; undefined for the edited line. */
  readonly lineOf: (line: number) => number | undefined;
  /** The lines that replace the edited one. */
  readonly changed: string;
}

/** The text with one line edited; undefined if the edit does not apply. */
export function withLineEdited(text: string, line: number, edit: LineEdit): Unfinished | undefined {
  const lines = text.split('\n');
  const before = lines[line] ?? '';
  const unit = /^( +)\S/m.exec(text)?.[1]?.length ?? 2;
  const changed = before.trim() === '' ? undefined : edit(before, unit);
  if (!changed) return undefined;
  const more = changed.length - 1;
  lines.splice(line, 1, ...changed);
  return {
    text: lines.join('\n'),
    changed: changed.join('\n'),
    lineOf: (other) => (other === line ? undefined : other > line ? other + more : other),
  };
}

/** A key with an offset inside of it. */
export interface KeySite {
  readonly line: number;
  readonly character: number;
  readonly name: string;
}

/** The block keys of a text that are plain names. */
export function keySites(text: string): readonly KeySite[] {
  const lines = new Lines(text);
  const sites: KeySite[] = [];
  for (let line = 0; line < lines.count; line++) {
    const content = text.slice(lines.start(line), lines.end(line));
    const [, lead, name] = /^( *(?:- )*)([A-Za-z_]+):(?=\s|$)/.exec(content) ?? [];
    if (lead === undefined || name === undefined) continue;
    sites.push({ line, character: lead.length + (name.length >> 1), name });
  }
  return sites;
}

/** The path of the key at an offset, such as `resources/gpu`; undefined if the tree has no key there. */
export function pathOfKey(node: Node, offset: number, path = ''): string | undefined {
  if (node.kind === 'mapping') {
    for (const pair of node.pairs) {
      const { key, value } = pair;
      const at = `${path}/${keyText(pair) ?? ''}`;
      if (touches(key.span, offset) && key.span.end > key.span.start) return at;
      const found = touches(value.span, offset) ? pathOfKey(value, offset, at) : undefined;
      if (found !== undefined) return found;
    }
  } else if (node.kind === 'sequence') {
    for (const [index, item] of node.items.entries()) {
      const found = touches(item.span, offset)
        ? pathOfKey(item, offset, `${path}/${String(index)}`)
        : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
