import type { Random } from './random';

/** Texts of scalars for the comparison with PyYAML, close to what its table of implicit types distinguishes. */

const WORDS = [
  ...[
    'yes',
    'no',
    'true',
    'false',
    'on',
    'off',
    'null',
    '~',
    '',
    '<<',
    '=',
    'y',
    'n',
    'None',
    'inf',
  ],
  ...[
    '.inf',
    '-.inf',
    '+.INF',
    '.nan',
    '.NaN',
    '-.nan',
    '!',
    '&',
    '*',
    'infinity',
    'nan',
    '-',
    '+',
    '.',
  ],
  ...[
    '2026-01-01',
    '2026-02-29',
    '2024-02-29',
    '0000-01-01',
    '2026-1-1',
    '2026-13-01',
    '9999-12-31',
  ],
  ...['2026-01-01T10:00:00Z', '2026-1-2 3:04:05.123456789 +5:30', '2026-01-01 24:00:00'],
  ...['2026-01-01t1:02:03-23:59', '2026-01-01 10:00:00 +99', '2026-01-01  10:00:00. Z'],
  ...[
    '0',
    '-0',
    '00',
    '017',
    '089',
    '0b101',
    '0b',
    '0b_',
    '-0b1',
    '0x1F',
    '0x',
    '+0x_',
    '0o17',
    '1_000',
  ],
  ...[
    '1__0',
    '_1',
    '1_',
    '8080:22',
    '1:60',
    '190:20:30',
    '1:2:3.4',
    '-1:30',
    '0:30',
    '1:2_',
    '60:0.5_',
  ],
  ...[
    '1.5',
    '1.',
    '.5',
    '-.5',
    '+1.5',
    '1e3',
    '1.e3',
    '1.0e+3',
    '1.5E-2',
    '1.0e400',
    '1_0.0_1',
    '._1',
    '1.2.3',
  ],
  ...[
    '3.10',
    '24GB',
    '80GB..',
    '2..4',
    'A100:40GB:2',
    '1h',
    '5m',
    '-1',
    '/mnt',
    'a b',
    '1,000',
    '12 34',
  ],
  ...[
    'SGVsbG8=',
    'SGVsbG8',
    'SGVs bG8=',
    'é',
    '１２',
    '1\u00a0',
    '\u00a01',
    '0x1\n',
    'true\n',
    '1.5\n',
  ],
];

/** Characters of numbers, dates and words. */
const CHARACTERS = '0123456789000111_:.-+eExXbBoTtZz aAfFnNuUlLyYsSiI~<=&*! \t';

/** The forms of PyYAML's table, each letter a choice: see `PLACES`. */
const SHAPES = [
  ...[
    'sD',
    'sDD',
    'sD.D',
    'sD.De+D',
    's.D',
    's.DeD',
    's0D',
    's0xH',
    's0bB',
    's0D',
    'sD:M',
    'sD:M:M',
    'sD:M.D',
  ],
  ...[
    'YYYY-MM-MM',
    'YYYY-MM-MMTM:MM:MM',
    'YYYY-M-M M:MM:MM.D',
    'YYYY-MM-MM MM:MM:MM Z',
    'YYYY-MM-MM M:MM:MM +MM:MM',
  ],
  ...['sD_D', 'sD_.D_', 's0x_H', 's0b_B', 'D,D', 'D D', 's.inf', 's.nan', 'w'],
];

const PLACES: Readonly<Record<string, readonly string[]>> = {
  s: ['', '', '', '-', '+', '--'],
  D: ['0', '1', '7', '8', '9', '12', '60', '123456789', '99999999999999999999', '0_1', '5_'],
  H: ['0', 'f', 'F', '1a', 'g', 'dead_beef', ''],
  B: ['0', '1', '10', '2', '1_1', ''],
  M: ['0', '1', '2', '3', '4', '5', '6', '9', '12', '59'],
  Y: ['0', '1', '2', '9'],
  w: ['yes', 'No', 'TRUE', 'fALSE', 'On', 'OFF', 'Null', 'NULL', 'nUll', '~', '<<', '='],
};

export function randomScalar(random: Random): string {
  const kind = random.below(4);
  if (kind === 0) return changed(random.pick(WORDS), random);
  if (kind === 1) return characters(random, random.below(9));
  const shaped = [...random.pick(SHAPES)].map((place) => random.pick(PLACES[place] ?? [place]));
  return kind === 2 ? shaped.join('') : changed(shaped.join(''), random);
}

function characters(random: Random, length: number): string {
  return Array.from({ length }, () => random.pick([...CHARACTERS])).join('');
}

function changed(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + characters(random, random.below(3)) + text.slice(at + random.below(2));
}

/** With their handles resolved; some that `safe_load` does not know. */
export const SCALAR_TAGS = [
  ...[
    'null',
    'bool',
    'int',
    'float',
    'str',
    'timestamp',
    'binary',
    'merge',
    'value',
    'yaml',
    'seq',
    'map',
  ].map((name) => `tag:yaml.org,2002:${name}`),
  '!foo',
  'tag:yaml.org,2002:python/none',
];
