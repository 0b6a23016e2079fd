import type { Analysis } from '../analysis';
import { isRecord, lookup } from '../base/lookup';
import { isJsonScalar, typesOf, type JsonValue, type Schema } from '../schema/schema';
import { alternative, propertyOf } from '../schema/variant';
import { amountText, parseShorthand, shorthandText, type ShorthandName } from '../shorthand';
import type { Written } from '../shorthand/grammar/write';
import { CATALOGUE } from '../catalogue';
import { explain } from '../meaning';
import { oncePerLine } from '../problem/once';
import { counted, truncate } from '../base/words';
import { findPair, resolveAlias, type Node } from '../yaml/node';
import { textToYaml, valueToYaml } from '../edit/yaml-text';

const DEFAULT = 'default';
const REFUSED = 'dstack rejects this';

/** A line of the output; `depth` counts the levels of indentation. */
interface Line {
  readonly depth: number;
  readonly text: string;
  readonly note?: string;
}

/**
 * The configuration as dstack reads it (our request `dstack/asRead`), as YAML: scalars as YAML 1.1 resolves them,
 * shorthand expanded, constant defaults added. Comments say what is a default, from which text a short form was
 * expanded, and what times and ranges mean; the first, that dstack rejects the file. Undefined if there is no
 * configuration, as in unfinished YAML.
 */
export function asRead(analysis: Analysis): string | undefined {
  const { tree, bound, coerced } = analysis;
  if (!tree.root || !isRecord(coerced?.value)) return undefined;
  const lines = mappingLines(coerced.value, bound.root, 0, tree.root);
  return verdict(analysis) + lines.map(toText).join('');
}

/** A comment with the number of errors, as they are listed; empty for a file that dstack accepts. */
function verdict({ problems, tree }: Analysis): string {
  const errors = oncePerLine(problems, tree.lines).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return '';
  return `# dstack rejects this file: ${counted(errors.length, 'error')}.\n`;
}

function toText({ depth, text, note }: Line): string {
  return `${'  '.repeat(depth)}${text}${note === undefined ? '' : ` # ${note}`}\n`;
}

type Mapping = Readonly<Record<string, unknown>>;

/** The properties that are set, in their order, then the defaults of the others. */
function mappingLines(mapping: Mapping, schema: Schema, depth: number, source?: Node): Line[] {
  const node = source && resolveAlias(source);
  const isShort = node?.kind === 'scalar';
  const variant = variantFor(schema, mapping);
  const set = Object.entries(mapping).flatMap(([key, value]) => {
    const property = propertyOf(variant, key);
    const lead = `${textToYaml(key)}:`;
    if (!property || property.removed) return [{ depth, text: lead, note: REFUSED }];
    // A property that is not set and has no default is null.
    if (value === null && property.default === undefined) return [];
    const written = node?.kind === 'mapping' ? findPair(node, key)?.value : undefined;
    const lines = valueLines(lead, value, property, depth, written);
    return isShort && value === property.default ? lines.map(asDefault) : lines;
  });
  const unset = Object.entries(variant.properties ?? {}).filter(
    ([key]) => !Object.hasOwn(mapping, key),
  );
  return [...set, ...unset.flatMap(([key, property]) => defaultLines(key, property, depth))];
}

function variantFor(schema: Schema, mapping: Mapping): Schema {
  const tag = schema.discriminator && lookup(mapping, schema.discriminator.propertyName);
  const chosen = alternative(schema, typeof tag === 'string' ? tag : undefined);
  return chosen ? variantFor(chosen, mapping) : schema;
}

/** A value after `lead`, which is a key with its colon or a dash. */
function valueLines(
  lead: string,
  value: unknown,
  schema: Schema,
  depth: number,
  source?: Node,
): Line[] {
  const short = schema.shorthand && shortText(schema, schema.shorthand, value);
  if (short !== undefined) return amountLines(lead, short, schema, depth);
  if (Array.isArray(value)) return listLines(lead, value, schema.items ?? {}, depth, source);
  if (isRecord(value)) {
    const inner = mappingLines(value, schema, depth + 1, source);
    const lines = inner.length > 0 ? nested(lead, inner, depth) : [{ depth, text: `${lead} {}` }];
    return withOrigin(lines, source);
  }
  if (!isJsonScalar(value)) return [{ depth, text: lead, note: REFUSED }];
  return scalarLines(lead, value, depth);
}

/** A time or a range as text, and what the release has no long form for. */
function shortText({ properties }: Schema, shorthand: ShorthandName, value: unknown): Written {
  const isLacking = (key: string) => lookup(properties, key)?.lacks?.property !== undefined;
  if (isRecord(value) && Object.keys(value).some(isLacking)) return shorthandText(shorthand, value);
  return amountText(shorthand, value);
}

/** A time or a range, with what it means. */
function amountLines(lead: string, short: JsonValue, { shorthand }: Schema, depth: number): Line[] {
  const lines = scalarLines(lead, short, depth);
  const isClear = typeof short !== 'string' || !/\.\.|[0-9][smhdw]$/.test(short);
  if (isClear || !shorthand) return lines;
  const parsed = parseShorthand(shorthand, { type: 'str', value: short });
  const meaning = parsed.ok
    ? explain(shorthand, parsed.value, { catalogue: CATALOGUE })
    : undefined;
  return meaning ? lines.map((line) => ({ ...line, note: inWords(meaning) })) : lines;
}

/** The short form that was expanded, beside its first line. */
function withOrigin(lines: readonly Line[], source: Node | undefined): Line[] {
  const [first, ...others] = lines;
  const node = source && resolveAlias(source);
  if (!first || node?.kind !== 'scalar') return [...lines];
  return [{ ...first, note: `from ${inComment(node.text)}` }, ...others];
}

/** A sentence of Markdown as a comment. */
function inWords(sentence: string): string {
  const words = inComment(sentence.replaceAll('`', '').replace(/\.$/, ''));
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function inComment(text: string): string {
  return truncate(text.replace(/[\p{C}\s]+/gu, ' '));
}

function asDefault(line: Line): Line {
  return { ...line, note: line.note === undefined ? DEFAULT : `${DEFAULT}: ${line.note}` };
}

function scalarLines(lead: string, value: JsonValue, depth: number): Line[] {
  if (typeof value === 'string' && LITERAL.test(value)) return literalLines(lead, value, depth);
  return [{ depth, text: `${lead} ${valueToYaml(value)}` }];
}

/** Several lines that a literal block can hold unchanged: U+2028 and U+2029 are line breaks to PyYAML. */
const LITERAL =
  /^(?![\s#])(?:[^\p{C}\u2028\u2029]*[^\p{C}\s]\n+)+(?:[^\p{C}\u2028\u2029]*[^\p{C}\s])?$/u;

function literalLines(lead: string, value: string, depth: number): Line[] {
  let end = value.length;
  while (value[end - 1] === '\n') end--;
  const breaks = value.slice(end);
  const chomping = ['-', ''][breaks.length] ?? '+';
  const lines = (value.slice(0, end) + breaks.slice(1)).split('\n');
  return [
    { depth, text: `${lead} |${chomping}` },
    ...lines.map((line) => ({ depth: line === '' ? 0 : depth + 1, text: line })),
  ];
}

function listLines(
  lead: string,
  items: readonly unknown[],
  schema: Schema,
  depth: number,
  source?: Node,
): Line[] {
  if (items.length === 0) return [{ depth, text: `${lead} []` }];
  const node = source && resolveAlias(source);
  const written = node?.kind === 'sequence' ? node.items : [];
  const inner = items.flatMap((item, index) =>
    valueLines('-', item, schema, depth + 1, written[index]),
  );
  return nested(lead, inner, depth);
}

/** The first line of an item is on the line of its dash. */
function nested(lead: string, inner: readonly Line[], depth: number): Line[] {
  const [first, ...others] = inner;
  if (lead === '-' && first && first.depth === depth + 1)
    return [{ ...first, depth, text: `- ${first.text}` }, ...others];
  return [{ depth, text: lead }, ...inner];
}

/** The default of a property that is not set, if it is a constant. */
function defaultLines(key: string, schema: Schema, depth: number): Line[] {
  const lead = `${textToYaml(key)}:`;
  const { default: value, properties, removed, former, lacks, laterDefault } = schema;
  // The release in use may have it no longer, or not yet.
  if (removed || former || lacks?.property) return [];
  if (value !== undefined && typeof value !== 'object')
    return defaultValueLines(lead, value, schema, depth);
  if (isRecord(value) && laterDefault)
    return nested(lead, partLines(value, schema, depth + 1), depth);
  if (value !== undefined || !properties || typesOf(schema).join() !== 'object') return [];
  const inner = mappingLines({}, schema, depth + 1);
  return inner.length > 0 ? nested(lead, inner, depth) : [];
}

/** The parts of a default that only older releases have. */
function partLines(
  value: Readonly<Record<string, JsonValue>>,
  schema: Schema,
  depth: number,
): Line[] {
  return Object.entries(value).flatMap(([key, part]) =>
    defaultLines(key, { ...propertyOf(schema, key), default: part }, depth),
  );
}

function defaultValueLines(lead: string, value: JsonValue, schema: Schema, depth: number): Line[] {
  const lines = schema.shorthand
    ? amountLines(lead, value, schema, depth)
    : scalarLines(lead, value, depth);
  return lines.map(asDefault);
}
