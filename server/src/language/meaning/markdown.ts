import { MarkupKind, type MarkupContent } from 'vscode-languageserver-types';
import { lookup } from '../base/lookup';
import { capital, truncate, withArticle } from '../base/words';
import type { JsonValue, Schema } from '../schema/schema';
import { formsInWords } from './value-kinds';
import type { Property } from '../cursor/property-lookup';
import { inlineYaml, pairToYaml, valueToYaml } from '../edit/yaml-text';

const REFERENCE = 'https://dstack.ai/docs/reference/';
const LONGEST_CODE = 80;

/** Markdown as LSP carries it, its paragraphs separated; empty ones are left out. */
export function markdown(paragraphs: readonly (string | undefined)[]): MarkupContent {
  const value = paragraphs.filter((paragraph) => paragraph).join('\n\n');
  return { kind: MarkupKind.Markdown, value };
}

/**
 * A text of the user's as inline code, on one line and cut if it is long. Nothing in it can end the code, so that a file
 * cannot put links or formatting into what we say about it.
 */
export function code(text: string): string {
  return codeUpTo(LONGEST_CODE, text);
}

/** The same of at most `most` characters. */
export function codeUpTo(most: number, text: string): string {
  const line = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  const shown = truncate(line, most);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = shown === '' || /^`|`$/.test(shown) ? ' ' : '';
  return fence + space + shown + space + fence;
}

/** A link to a line of a file, counted from 0, with this text as code. */
export function fileLink(text: string, uri: string, line: number): string {
  // Most characters are escapes already. Those left must not end the link.
  const target = uri.replace(/[^\w%/:.~-]/g, (character) =>
    encodeURIComponent(character).replace(/[()]/g, (one) => (one === '(' ? '%28' : '%29')),
  );
  return `[${code(text)}](${target}#L${String(line + 1)})`;
}

/** A block of YAML, or of another language. Nothing in it can end the block. */
export function fenced(text: string, language = 'yaml'): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/**
 * The message of a problem, whose code is in backticks, as markdown. A backtick that it quotes from the user's file ends
 * the code too early: what is outside then means nothing either.
 */
export function plain(message: string): string {
  return message
    .replace(/`{2,}/g, (run) => "'".repeat(run.length))
    .split(/(`[^`\n]*`)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/[\\`*_[\]<>~$|!]|:(?=\/\/)/g, '\\$&'),
    )
    .join('');
}

/** What there is to know about a property, or about the item of a list when it has no `name`. */
export function propertyMarkdown({
  schema,
  required,
  name,
}: Partial<Property> & { schema: Schema }): MarkupContent {
  return markdown([
    heading(schema, name, required),
    status(schema),
    schema.description,
    defaultLine(schema),
    limitsLine(schema),
    valuesList(schema),
    excludesLine(schema),
    listsValues(schema) ? undefined : exampleBlock(schema, name),
    referenceLink(schema),
  ]);
}

/** A template in which `{name}` and the like stand for texts of the user's, which become code. */
export function filled(template: string, texts: Readonly<Record<string, string>>): string {
  const text = (placeholder: string, name: string) => lookup(texts, name) ?? placeholder;
  return template.replace(/`([^`]*)`|\{\w+\}/g, (part, inner: string | undefined) =>
    code((inner ?? part).replace(/\{(\w+)\}/g, text)),
  );
}

/** What there is to know about one of the values that a schema lists; undefined where nothing is. */
export function valueMarkdown(schema: Schema, value: string): MarkupContent | undefined {
  const description = lookup(schema.valueDescriptions, value);
  if (description === undefined) return undefined;
  const example = lookup(schema.valueExamples, value);
  const isDefault = schema.default !== undefined && String(schema.default) === value;
  return markdown([
    `**${code(value)}**${isDefault ? ' · the default' : ''}`,
    releaseOfValue(schema, value),
    description,
    example === undefined ? undefined : yamlBlock([valueToYaml(example)]),
    referenceLink(schema),
  ]);
}

/** Since when dstack has one of the values, if it has others longer. */
function releaseOfValue({ lacks, valuesSince }: Schema, value: string): string | undefined {
  const newer = lookup(lacks?.values, value);
  if (newer !== undefined) return `**Needs dstack ${newer}**, newer than the one in use.`;
  const since = lookup(valuesSince, value);
  return since && `Since dstack ${since}.`;
}

/** `**gpu** · GPU · short form or mapping · required`. */
function heading(schema: Schema, name: string | undefined, required = false): string {
  const title =
    schema.title !== undefined && !sameWords(schema.title, name ?? '') ? schema.title : undefined;
  const parts = name === undefined ? [`**${title ?? 'Item'}**`] : [`**${code(name)}**`, title];
  const words = [...parts, formsInWords(schema), required ? 'required' : undefined];
  return words.filter((word) => word).join(' · ');
}

function sameWords(title: string, name: string): boolean {
  return title.toLowerCase().replace(/[^a-z]/g, '') === name.toLowerCase().replace(/[^a-z]/g, '');
}

function status({ removed, deprecated, since, lacks }: Schema): string | undefined {
  if (lacks?.property) return `**Needs dstack ${lacks.property}**, newer than the one in use.`;
  if (removed) return `**Removed** in dstack ${removed}.`;
  if (deprecated) return `**Deprecated** since dstack ${deprecated}.`;
  return since && `Since dstack ${since}.`;
}

/** What holds where nothing is written; undefined where nothing is to be said. */
export function defaultLine(schema: Schema): string | undefined {
  const { formerly: former, laterDefault: later } = schema;
  const sentences = [
    sentence('Default', schema),
    later && sentence(`Since dstack ${later.formerly?.until ?? ''}`, later),
    former && sentence(`Before dstack ${former.until}`, former),
  ];
  return sentences.filter(Boolean).join(' ') || undefined;
}

function sentence(when: string, schema: DefaultWords): string | undefined {
  const words = defaultInWords(schema);
  return words && `${when}: ${words}.`;
}

type DefaultWords = Pick<Schema, 'default' | 'defaultDescription'>;

/** A default as Markdown; undefined where nothing is to be said. */
export function defaultInWords({
  default: value,
  defaultDescription,
}: DefaultWords): string | undefined {
  if (defaultDescription !== undefined) return defaultDescription;
  if (value === undefined || value === '') return undefined;
  return code(typeof value === 'object' ? inlineYaml(value) : String(value));
}

function limitsLine({
  minimum,
  exclusiveMinimum,
  maximum,
  maxItems,
  shorthand,
}: Schema): string | undefined {
  // Limits of a short form count in another unit than the user writes.
  if (shorthand) return undefined;
  if (maxItems !== undefined) return `At most ${String(maxItems)}.`;
  if (exclusiveMinimum !== undefined) return `More than ${String(exclusiveMinimum)}.`;
  const isShown = (limit: number | undefined) =>
    limit !== undefined && Number.isInteger(limit) && limit < 1e9;
  if (!isShown(minimum)) return undefined;
  return isShown(maximum)
    ? `From ${String(minimum)} to ${String(maximum)}.`
    : `At least ${String(minimum)}.`;
}

/** Each listed value with its line, or only the values if all lines say the same of them, as of versions. */
function valuesList(schema: Schema): string | undefined {
  const descriptions = Object.entries(schema.valueDescriptions ?? {});
  const said = new Set(descriptions.map(([value, text]) => text.replace(value, '')));
  if (said.size > 1 || descriptions.length === 1) {
    return descriptions
      .map(([value, text]) => `- ${code(value)} – ${withoutName(text, value)}`)
      .join('\n');
  }
  const values = schema.enum?.filter((value) => value !== null);
  return values && `Values: ${values.map((value) => code(String(value))).join(', ')}.`;
}

/** "A fleet: the instances …" without the fleet, which the list names before it. */
function withoutName(text: string, value: string): string {
  const lead = `${capital(withArticle(value.replaceAll('-', ' ')))}: `;
  return text.startsWith(lead) ? capital(text.slice(lead.length)) : text;
}

function excludesLine({ excludes }: Schema): string | undefined {
  return excludes && `Cannot be combined with ${excludes.map(code).join(', ')}.`;
}

function listsValues({ enum: values, valueDescriptions }: Schema): boolean {
  return values !== undefined && valueDescriptions !== undefined;
}

/** One example of each form; undefined where there is none. */
function exampleBlock(schema: Schema, name: string | undefined): string | undefined {
  const byForm = new Map<string, JsonValue>();
  for (const value of schema.examples ?? []) {
    const form = Array.isArray(value) ? 'list' : typeof value;
    if (!byForm.has(form)) byForm.set(form, value);
  }
  if (byForm.size === 0) return undefined;
  const toYaml = (value: JsonValue) =>
    name === undefined ? valueToYaml(value) : pairToYaml(name, value);
  return yamlBlock([...byForm.values()].map(toYaml));
}

/** Alternatives, as YAML. */
function yamlBlock(texts: readonly string[]): string {
  return `\`\`\`yaml\n${texts.join('\n# or\n')}\n\`\`\``;
}

function referenceLink({ reference }: Schema): string | undefined {
  return reference && `[dstack reference](${REFERENCE}${reference})`;
}
