/** One edit of a line that leaves a text unfinished: the lines that come in its place; undefined where it does not apply. */
export type LineEdit = (line: string, unit: number) => readonly string[] | undefined;

const replaced = (from: RegExp, to: string) => (line: string) => {
  const changed = line.replace(from, to);
  return changed === line ? undefined : [changed];
};

const indentOf = (line: string) => /^ */.exec(line)?.[0] ?? '';

/** What is in a file while somebody writes it, by its name for reports. */
export const LINE_EDITS: Readonly<Record<string, LineEdit>> = {
  'half-typed word': () => ['res'],
  'half-typed word, indented': (line) => [`${indentOf(line)}res`],
  'half-typed word, deeper': (line, unit) => [line, `${indentOf(line)}${' '.repeat(unit)}res`],
  'half-typed key, deeper': (line, unit) => [line, `${indentOf(line)}${' '.repeat(unit)}res:`],
  'colon missing': replaced(/:/, ''),
  "unclosed '": replaced(/: .*/, ": 'x"),
  'unclosed "': replaced(/: .*/, ': "x'),
  'stray "': (line) => [`${line}"`],
  "stray '": (line) => [`${line}'`],
  'unclosed [': replaced(/: .*/, ': ['),
  'unclosed {': replaced(/: .*/, ': {'),
  'unclosed [ with a word': replaced(/: .*/, ': [x'),
  'unclosed { with a word': replaced(/: .*/, ': {x: '),
  'opened above a block: [': replaced(/:$/, ': ['),
  'opened above a block: {': replaced(/:$/, ': {'),
  "opened above a block: '": replaced(/:$/, ": '"),
  'opened above a block: "': replaced(/:$/, ': "'),
  'tabs for its indentation': (line, unit) => {
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
