import type { Analysis } from '../../analysis';
import { lookup } from '../../base/lookup';
import type { Problem, ProblemCode } from '../../problem/problem';
import type { Schema } from '../../schema/schema';
import { propertyOf } from '../../schema/variant';
import { SYNONYMS } from '../../schema/synonyms';
import { onlyNear } from '../../base/spelling';
import { writtenPair } from '../../yaml/node';
import type { Change, Leaf, Place } from './leaves';
import { holds } from '../../edit/locate';

/** A misspelt name or word, or a number with another spelling of its unit. */
export function isCertainText(before: Analysis, from: Leaf, to: Leaf): boolean {
  const { node, place, text } = from;
  if (node.kind !== 'scalar' || to.node.kind !== 'scalar') return false;
  if (from.role !== to.role || node.tag !== to.node.tag) return false;
  if (from.role === 'key')
    return place?.kind === 'pair' && isCertainName(before, place, text, to.text);
  const found = before.allProblems.find(({ span }) => holds(node.span, span));
  if (!found) return false;
  if (SIZES.includes(found.code)) return sameUnits(text, to.text);
  const words = wordsFor(before.bound.schemaOf(node), found);
  if (words.includes(to.text)) return isOneWord(text, to.text) && onlyNear(text, words) === to.text;
  return found.code === 'invalid-format' && text.toLowerCase() === to.text;
}

/** Whether no word of a text would get lost: it has only one, or its words together are the other text. */
function isOneWord(from: string, to: string): boolean {
  return !/\s/.test(from.trim()) || joined(from) === joined(to);
}

function joined(words: string): string {
  return words.trim().toLowerCase().replace(/[-\s]/g, '_');
}

/** Problems of texts in which numbers have units. */
const SIZES: readonly ProblemCode[] = [
  'cpu-shorthand',
  'gpu-shorthand',
  'memory-size',
  'range',
  'duration',
];

/** The words of dstack that are valid values. */
function wordsFor(schema: Schema | undefined, { data }: Problem): readonly string[] {
  const values = data?.['values'];
  if (typeof values === 'object') return values;
  if (schema?.enum) return schema.enum.filter((word) => typeof word === 'string');
  return schema?.type === 'boolean' ? ['true', 'false'] : [];
}

/** Whether a name unknown to dstack is a misspelling of a known one, or a longer or shorter form of it. */
function isCertainName(
  { bound }: Analysis,
  { mapping }: Extract<Place, { kind: 'pair' }>,
  from: string,
  to: string,
): boolean {
  const schema = bound.schemaOf(mapping);
  if (!schema || writtenPair(mapping, to)) return false;
  // A name and a value without a space between them.
  if (/[^\w\s-]/.test(from)) return false;
  const known = propertyOf(schema, from);
  if (known) return known.replacement?.property === to && !known.replacement.values;
  // Without a valid type, only the name of the type can be judged.
  const { discriminator } = schema;
  if (discriminator) return to === discriminator.propertyName && onlyNear(from, [to]) === to;
  const names = Object.entries(schema.properties ?? {})
    .filter(
      ([name, { removed, impossible }]) => !removed && !impossible && !writtenPair(mapping, name),
    )
    .map(([name]) => name);
  if (!names.includes(to)) return false;
  if (!isOneWord(from, to)) return false;
  const word = joined(from);
  const called = names.filter((name) => lookup(SYNONYMS, name)?.includes(word));
  if (called.length > 0) return called.length === 1 && called[0] === to && word.startsWith(to);
  return onlyNear(from, names) === to;
}

/** A text of one line in quotes that YAML has read as a property. */
export function isQuoted({ tree }: Analysis, { before }: Change, to: Leaf): boolean {
  const [first, last] = [before[0], before.at(-1)];
  if (!first || !last || to.node.kind !== 'scalar' || to.node.style === 'plain') return false;
  if (first.place?.kind !== 'pair' || first.place.mapping.pairs.length > 1) return false;
  return tree.text.slice(first.node.span.start, last.node.span.end) === to.text;
}

/** `NAME=value` of the only property of a list item, if the name can only be that of a variable. */
export function isVariable({ bound }: Analysis, { before }: Change, to: Leaf): boolean {
  const [name, value, ...others] = before;
  if (name?.role !== 'key' || value?.role !== 'value' || others.length > 0) return false;
  if (name.place?.kind !== 'pair' || name.place !== value.place) return false;
  const { mapping } = name.place;
  return (
    mapping.pairs.length === 1 &&
    bound.schemaOf(mapping)?.textDeclares === 'variable' &&
    /^[A-Z_][A-Z0-9_]*$/.test(name.text) &&
    !/[\r\n]/.test(value.text) &&
    to.text === `${name.text}=${value.text}`
  );
}

const UNITS: readonly (readonly string[])[] = [
  ['s', 'sec', 'secs', 'second', 'seconds'],
  ['m', 'min', 'mins', 'minute', 'minutes'],
  ['h', 'hr', 'hrs', 'hour', 'hours'],
  ['d', 'day', 'days'],
  ['w', 'week', 'weeks'],
  ['mb', 'm', 'mi', 'mib'],
  ['gb', 'g', 'gi', 'gib'],
  ['tb', 't', 'ti', 'tib'],
];

/** Whether two texts differ only in the spelling of the units of their numbers. */
function sameUnits(from: string, to: string): boolean {
  const split = (text: string) =>
    text.replace(/([0-9])[ \t]+(?=[A-Za-z])/g, '$1').split(/(?<=[0-9])([A-Za-z]+)(?![A-Za-z0-9])/);
  const [a, b] = [split(from), split(to)];
  return (
    a.length === b.length &&
    a.every((part, index) => part === b[index] || (index % 2 === 1 && isUnit(part, b[index] ?? '')))
  );
}

function isUnit(one: string, other: string): boolean {
  // `M` could be months.
  if (one === 'M' && other === 'm') return false;
  return UNITS.some(
    (names) => names.includes(one.toLowerCase()) && names.includes(other.toLowerCase()),
  );
}
