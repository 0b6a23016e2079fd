import type { MarkupContent } from 'vscode-languageserver-types';
import { coerceScalar } from '../../coerce/coerce';
import { allowsType, type Schema } from '../../schema/schema';
import { parseShorthand } from '../../shorthand';
import type { Part } from '../../shorthand/grammar/grammar';
import { textOffset, type ScalarNode } from '../../yaml/node';
import type { ScalarValue } from '../../yaml/scalar';
import {
  code,
  defaultLine,
  filled,
  markdown,
  propertyMarkdown,
  valueMarkdown,
} from '../../meaning/markdown';
import { listInWords } from '../../base/words';
import { explain, LONGEST_EXPLAINED, type ExplainContext } from '../../meaning';
import { partsList } from '../../meaning/parts';
import type { Target } from './target';
import { yamlNote, type Fate } from './yaml-note';

export interface ValueContext extends ExplainContext {
  /** The place of the cursor in the document. */
  readonly offset: number;
  /** Whether the value has a problem. */
  readonly isRefused: () => boolean;
}

/**
 * What a scalar means; undefined for free text. For a value that dstack rejects, the editor shows the problem beside
 * the hover, and the hover lists the valid values.
 */
export function valueHover(
  { node, property }: Target,
  context: ValueContext,
): MarkupContent | undefined {
  const { schema } = property;
  if (schema.shorthand && node.text.length > LONGEST_EXPLAINED) return propertyMarkdown(property);
  const read = readValue(node.value, schema);
  const heading = `**${code(node.text)}**`;
  if (!read.ok) return markdown([propertyMarkdown(property).value, yamlNote(node, 'refused')]);
  const note = yamlNote(node, fateOf(read.value, schema));
  const listed = valueMarkdown(schema, node.text) ?? valueMarkdown(schema, String(read.value));
  if (listed) return markdown([listed.value, note]);
  const meaning = meaningOf(node, property, read.value, context);
  const parts = partsList(
    node.text,
    read.parts,
    textOffset(node, context.offset),
    schema.shorthand,
  );
  const said = [meaning, parts, note].filter((text) => text !== undefined);
  if (said.length > 0) return markdown([heading, ...said]);
  return context.isRefused() ? propertyMarkdown(property) : undefined;
}

type Read =
  | { readonly ok: true; readonly value: unknown; readonly parts: readonly Part[] }
  | { readonly ok: false };

/** The value that dstack reads from the scalar, unless its grammar rejects it. */
function readValue(scalar: ScalarValue, schema: Schema): Read {
  if (!schema.shorthand) return { ok: true, value: coerceScalar(scalar, schema), parts: [] };
  const parsed = parseShorthand(schema.shorthand, scalar);
  return parsed;
}

function meaningOf(
  node: ScalarNode,
  { name = '', schema }: Target['property'],
  value: unknown,
  context: ValueContext,
): string | undefined {
  if (node.value.type === 'null') {
    if (!allowsType(schema, 'null')) return undefined;
    return ['Nothing is set here.', defaultLine(schema)].filter(Boolean).join(' ');
  }
  // A rejected value has no meaning.
  if (schema.valueMeaning !== undefined) {
    const text = typeof value === 'number' ? node.text : value;
    return typeof text === 'string'
      ? filled(schema.valueMeaning, { name, value: text })
      : undefined;
  }
  if (schema.catalogue === 'regions') return ownersOf(node.text, context);
  if (schema.shorthand) {
    const meaning = explain(schema.shorthand, value, context);
    return meaning !== undefined && repeats(meaning, node.text)
      ? [meaning, schema.description].filter(Boolean).join(' ')
      : meaning;
  }
  return typeof value === 'boolean' && allowsType(schema, 'boolean')
    ? schema.description
    : undefined;
}

/** Whose region it is, as far as the catalogue knows. */
function ownersOf(region: string, { catalogue }: ValueContext): string | undefined {
  const owners = Object.entries(catalogue.regions).flatMap(([backend, regions]) =>
    regions.includes(region.toLowerCase()) ? code(backend) : [],
  );
  return owners.length > 0 ? `A region of ${listInWords(owners)}.` : undefined;
}

/** Whether a sentence has only the words of the text, such as `16 GB.` of `16GB`, so there is more to say. */
function repeats(sentence: string, text: string): boolean {
  const plain = (words: string) => words.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain(sentence) === plain(text) || sentence === `Exactly ${text}.`;
}

function fateOf(value: unknown, schema: Schema): Fate {
  if (typeof value === 'string') return { text: value };
  const fits = schema.shorthand
    ? value !== undefined
    : typeof value === 'boolean'
      ? allowsType(schema, 'boolean')
      : typeof value === 'number' && allowsType(schema, 'integer');
  return fits ? 'kept' : 'refused';
}
