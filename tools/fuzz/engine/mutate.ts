import { Analysis } from '../../../server/src/language/analysis';
import { SCHEMAS } from '../../../server/src/language/schema';
import { mutate as mutateConfiguration } from '../../../test/support/generate/mutate';
import type { Random } from '../../../test/support/generate/random';
import { restyle } from './restyle';

/** A text that differs from `text` in one or several places; pieces may come from `other`. */
export function mutate(
  text: string,
  other: string,
  dictionary: readonly string[],
  random: Random,
): string {
  let mutated = text;
  const times = 1 + (random.chance(0.5) ? random.below(4) : 0);
  for (let time = 0; time < times; time++) {
    const change = random.pick(CHANGES);
    mutated = change({ text: mutated, other, dictionary, random });
  }
  return mutated;
}

interface Subject {
  readonly text: string;
  readonly other: string;
  readonly dictionary: readonly string[];
  readonly random: Random;
}

type Change = (subject: Subject) => string;

/** Texts with a meaning in YAML, in LSP or nowhere. */
const PIECES: readonly string[] = [
  ...':-?,[]{}#&*!|>\'"%@`~=<^$\\/.+_ \t\n\r0123456789axeTZ',
  ...'\u0000\u0007\u007f\u0085\u00a0\u00ad\u2028\u2029\ufeff\ufffe\ud800\udc00äİſ٣',
  ...[
    '\r\n',
    '\n\n',
    ': ',
    ' #',
    '- ',
    '? ',
    '\n- ',
    '\n  ',
    ' |\n',
    ' >-\n',
    '"\n',
    '😀',
    '<<: *',
  ],
  ...[
    '---\n',
    '\n...\n',
    '%YAML 1.1\n---\n',
    '&a ',
    '*a',
    '!!int ',
    '!!binary ',
    '! ',
    '\\u',
    '\\x',
  ],
  // Names that every object of JavaScript has.
  ...[
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
    'valueOf',
    '__defineGetter__',
    'prototype',
    '${{ hasOwnProperty.x }}',
    '__proto__: ',
    'constructor:\n  ',
  ],
  // Characters that look like others, turn the direction of text, or are only a part of one.
  ...'\u0430\u0435\u043e\u0441\uff1a\uff0d\u2010\u2013\u2212\u201c\u2019\u037e\ua789\u3000\u202e\u2066\u200b\u200d\u0301\u212a\u001b\u009b',
  ...[
    '\ud83d',
    '\ude00',
    '\ude00\ud83d',
    '"\\ud83d\\ude00"',
    '"\\ud800"',
    '\ufffd',
    '\u00c3\u00a9',
    '\u0000a\u0000',
  ],
  ...['${{ ', ' }}', '..', '::', '0x', '0o', '1e309', '-0', '1_000', '1:30', '2026-01-01', '0.1'],
  ...[
    '# dstack-disable-next-line ',
    ', duplicate-key',
    '#region',
    '#endregion',
    'nvidia:',
    '$A',
    '${A:-',
    'secrets.',
  ],
];

/** Anything within a line. */
const characters: Change = ({ text, random }) => {
  const [from, to] = [place(text, random), random.below(4)];
  return text.slice(0, from) + random.pick(PIECES) + text.slice(from + to);
};

const removal: Change = ({ text, random }) => {
  const from = place(text, random);
  return text.slice(0, from) + text.slice(from + 1 + random.below(random.chance(0.2) ? 60 : 4));
};

const repetition: Change = ({ text, random }) => {
  const [from, length] = [place(text, random), 1 + random.below(12)];
  const piece = text.slice(from, from + length);
  return text.slice(0, from) + piece.repeat(1 + random.below(4)) + text.slice(from);
};

/** A word of the schema that replaces another, or between others. */
const word: Change = ({ text, dictionary, random }) => {
  const from = place(text, random);
  const [before = ''] = /[\w.-]*$/.exec(text.slice(0, from)) ?? [];
  const [behind = ''] = /^[\w.-]*/.exec(text.slice(from)) ?? [];
  const start = from - (random.chance(0.7) ? before.length : 0);
  const end = from + (random.chance(0.7) ? behind.length : 0);
  return text.slice(0, start) + random.pick(dictionary) + text.slice(end);
};

/** A property of the schema on a line of its own, at the column of a neighbour. */
const property: Change = ({ text, dictionary, random }) => {
  const lines = text.split('\n');
  const at = random.below(lines.length + 1);
  const [indent = ''] = /^[ -]*/.exec(lines[Math.max(0, at - 1)] ?? '') ?? [];
  const deeper = random.pick(['', '', '  ', '- ']);
  const line = `${indent.replace(/-/g, ' ')}${deeper}${random.pick(dictionary)}: ${random.pick(dictionary)}`;
  return [...lines.slice(0, at), line, ...lines.slice(at)].join('\n');
};

/** Lines removed, repeated, moved, or indented in another way. */
const line: Change = ({ text, random }) => {
  const lines = text.split('\n');
  const [from, to] = [random.below(lines.length), random.below(lines.length)];
  const count = 1 + random.below(3);
  const some = lines.slice(from, from + count);
  const rest = [...lines.slice(0, from), ...lines.slice(from + count)];
  const other = random.pick<readonly string[]>([
    [],
    [...some, ...some],
    some.map((one) => `  ${one}`),
    some.map((one) => one.replace(/^ {1,2}/, '')),
    some.map((one) => `\t${one}`),
    some.map((one) => `# ${one}`),
    [some.map((one) => one.trim()).join(' ')],
  ]);
  if (random.chance(0.3)) return [...rest.slice(0, to), ...some, ...rest.slice(to)].join('\n');
  return [...lines.slice(0, from), ...other, ...lines.slice(from + count)].join('\n');
};

/** The beginning of one text and the end of another, or a piece of another within the text. */
const splice: Change = ({ text, other, random }) => {
  const [from, start] = [place(text, random), place(other, random)];
  if (random.chance(0.3)) return text.slice(0, from) + other.slice(start);
  const lines = other.split('\n');
  const first = random.below(lines.length);
  const piece = lines.slice(first, first + 1 + random.below(4)).join('\n');
  const at = text.lastIndexOf('\n', from) + 1;
  return `${text.slice(0, at)}${piece}\n${text.slice(at)}`;
};

/** A mistake that an author could make, at a place of the schema where it makes sense. */
const mistake: Change = ({ text, random }) => {
  const { kind } = new Analysis({ uri: 'file:///.dstack.yml', text });
  return mutateConfiguration(text, SCHEMAS[kind], random)?.text ?? text;
};

const style: Change = ({ text, random }) => restyle(text, random);

const lineEnds: Change = ({ text, random }) =>
  random.pick([
    text.replace(/\r?\n/g, '\r\n'),
    text.replace(/\r\n/g, '\n'),
    text.replace(/\r?\n/g, '\r'),
    text.trimEnd(),
  ]);

/** A change that is repeated here is chosen more often. */
const CHANGES: readonly Change[] = [
  ...[characters, characters, characters, removal, removal, repetition],
  ...[word, word, property, property, line, line, splice, splice],
  ...[mistake, mistake, mistake, mistake, mistake, style, style, style, lineEnds],
];

function place(text: string, random: Random): number {
  return random.below(text.length + 1);
}
