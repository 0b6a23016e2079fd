import type { Random } from '../random';
import { PIECES } from './pieces';

/** A text with a few random edits. */
export function mutateText(text: string, random: Random): string {
  let mutated = text;
  for (let edits = 1 + random.below(3); edits > 0; edits--)
    mutated = random.pick(EDITS)(mutated, random);
  return mutated;
}

type Edit = (text: string, random: Random) => string;

const EDITS: readonly Edit[] = [
  (text, random) => splice(text, random.below(text.length + 1), 0, random.pick(PIECES)),
  (text, random) => splice(text, random.below(text.length + 1), 0, random.pick(PIECES)),
  (text, random) => splice(text, random.below(text.length + 1), 1, ''),
  (text, random) => splice(text, random.below(text.length + 1), 1, random.pick(PIECES)),
  // At a place where the text already has structure.
  (text, random) => {
    const places = [...text.matchAll(/[-:#'"[\]{},&*!|>\n]/g)].map((match) => match.index);
    if (places.length === 0) return text;
    return splice(
      text,
      random.pick(places) + random.below(2),
      random.below(2),
      random.pick(PIECES),
    );
  },
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\r'),
  editLine((line, random) => random.pick(['', ' ', '  ', '    ', '\t']) + line),
  editLine((line, random) => line.slice(random.below(4))),
  editLine((line) => line.trimStart()),
  editLine((line) => `${line}\n${line}`),
  editLine(() => ''),
  editLine(
    (line, random) =>
      line + random.pick([' ', '\t', ' #c', '#', ':', ' :', ',', ' |', ' >-', ' &a', ' "']),
  ),
  editLine((line, random) =>
    line.replace(': ', random.pick([':', ':\t', ' : ', ': |\n', ': &a ', ': !!str ', ':  - '])),
  ),
  editLine((line, random) =>
    line.replace(
      /: (.*)/,
      random.pick([': "$1"', ": '$1'", ': [$1]', ': {$1}', ': *$1', ': >\n   $1']),
    ),
  ),
  editLine((line, random) =>
    line.replace(/([\w-]+):/, random.pick(['"$1":', '? $1\n:', '&k $1:', '$1 $1:', '[$1]:', '$1'])),
  ),
  (text, random) => {
    const lines = text.split('\n');
    const at = random.below(lines.length);
    lines.splice(at, 2, lines.slice(at, at + 2).join(random.pick(['', ' '])));
    return lines.join('\n');
  },
];

function editLine(edit: Edit): Edit {
  return (text, random) => {
    const lines = text.split('\n');
    const at = random.below(lines.length);
    lines[at] = edit(lines[at] ?? '', random);
    return lines.join('\n');
  };
}

function splice(text: string, at: number, remove: number, insert: string): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}
