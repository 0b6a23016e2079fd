import type { Random } from '../random';

/** A text that is YAML more often than not: nested values in random styles, with the odd slip. */
export function randomDocument(random: Random): string {
  const head = random.chance(0.1)
    ? random.pick(['---\n', '--- ', '%YAML 1.1\n---\n', '# c\n', '\ufeff', '\n'])
    : '';
  const tail = random.chance(0.1) ? random.pick(['...\n', '\n...', '---\n', '# c', ' ', '\t']) : '';
  return `${head}${blockValue(random, 0, 4)}\n${tail}`;
}

/** A value that starts at the end of the text; its further lines are indented by `indent`. */
function blockValue(random: Random, indent: number, depth: number): string {
  const properties = random.chance(0.06) ? random.pick(PROPERTIES) : '';
  const kind = depth === 0 ? 0 : random.below(8);
  const pad = `\n${' '.repeat(indent)}`;
  const items = (item: () => string): string[] => Array.from({ length: 1 + random.below(3) }, item);
  if (kind <= 2) return properties + scalar(random, indent);
  if (kind === 3) return properties + flowValue(random, Math.min(depth, 2));
  const start = properties === '' ? '' : properties.trimEnd() + pad;
  if (kind === 4)
    return start + items(() => `- ${blockValue(random, indent + 2, depth - 1)}`).join(pad);
  return start + items(() => blockPair(random, indent, depth)).join(pad);
}

const PROPERTIES = [
  '&a ',
  '&b ',
  '!!str ',
  '!!int ',
  '!!map ',
  '!!seq ',
  '!!set ',
  '!!omap ',
  '! ',
  '!foo ',
  '&c !!str ',
];

function blockPair(random: Random, indent: number, depth: number): string {
  const name = random.pick(KEYS);
  const key = random.chance(0.05) ? `? ${name}\n${' '.repeat(indent)}` : name;
  if (random.chance(0.4)) return `${key}: ${scalar(random, indent)}`;
  const step = random.chance(0.9) ? 2 : random.below(4);
  return `${key}:\n${' '.repeat(indent + step)}${blockValue(random, indent + step, depth - 1)}`;
}

const KEYS = [
  'a',
  'b',
  'c',
  'key',
  '"d"',
  "'e'",
  '1',
  '0x1',
  'true',
  '<<',
  '*a',
  '&k f',
  'x y',
  '~',
  '=',
  '[g]',
  '!!str h',
];

const SCALARS = [
  'a',
  'text',
  'two words',
  '12',
  '1.5',
  'yes',
  '~',
  '',
  '"q"',
  "'it''s'",
  '"a\\tb"',
  '*a',
  '*b',
  'a:b',
  'a#b',
];
const MORE_SCALARS = [
  'x - y',
  '- y',
  '2026-01-01',
  '2026-13-01',
  '0b',
  '=',
  '<<',
  '@x',
  '%x',
  'é😀',
  '"\\ud83d"',
  '{x}',
  '[x',
  ...SCALARS,
];

function scalar(random: Random, indent: number): string {
  const pad = `\n${' '.repeat(indent + random.pick([0, 1, 2, 2]))}`;
  const text = random.pick(random.chance(0.5) ? SCALARS : MORE_SCALARS);
  const comment = random.chance(0.1) ? ' # c' : '';
  switch (random.below(9)) {
    case 0:
      return `${random.pick(['|', '>', '|-', '>+', '|2', '>1-'])}${comment}${pad}${text}${pad}  x${pad}y`;
    case 1:
      return `${text}${pad}more`;
    case 2:
      return `"${text.replace(/["\\]/g, '')}${pad}${pad} more"`;
    default:
      return text + comment;
  }
}

function flowValue(random: Random, depth: number): string {
  const gap = (): string => random.pick(['', ' ', ' ', ' ', '\n ', '\n', ' # c\n ']);
  const text = random.pick(random.chance(0.7) ? SCALARS : MORE_SCALARS);
  if (depth === 0 || random.chance(0.3)) return text;
  const value = (): string => flowValue(random, depth - 1);
  const pair = (): string => `${random.pick(KEYS)}${random.pick([': ', ':', ' : '])}${value()}`;
  const map = random.chance(0.5);
  const items = Array.from(
    { length: random.below(4) },
    () => gap() + (map === random.chance(0.9) ? pair() : value()),
  );
  const close = random.chance(0.03) ? '' : random.chance(0.1) ? `,${gap()}` : gap();
  return `${map ? '{' : '['}${items.join(random.chance(0.97) ? ',' : ' ')}${close}${map ? '}' : ']'}`;
}
