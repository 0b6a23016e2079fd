import type { MarkupContent } from 'vscode-languageserver-types';
import { coerceScalar } from '../../coerce/coerce';
import { allowsType, type Schema } from '../../schema/schema';
import { parseShorthand } from '../../shorthand';
import type { Part } from '../../shorthand/grammar';
import { textOffset, type ScalarNode } from '../../yaml/node';
import type { ScalarValue } from '../../yaml/scalar';
import {
  code,
  defaultLine,
  exampleBlock,
  filled,
  markdown,
  plain,
  valueMarkdown,
} from '../markdown';
import { explain, type ExplainContext } from './explain';
import { partsList } from './parts';
import type { Target } from './target';
import { yamlNote, type Fate } from './yaml-note';

export interface ValueContext extends ExplainContext {
  /** Where the cursor is in the document. */
  readonly offset: number;
  /** What is wrong with the value. */
  readonly faults: () => readonly string[];
}

/** What a scalar means, or why dstack refuses it; undefined for free text. */
export function valueHover(
  { node, property }: Target,
  context: ValueContext,
): MarkupContent | undefined {
  const { schema } = property;
  const read = readValue(node.value, schema);
  const heading = `**${code(node.text)}**`;
  if (!read.ok)
    return markdown([heading, plain(read.message), exampleBlock(schema, property.name)]);
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
  const told = said.length > 0 ? said : context.faults();
  return told.length > 0 ? markdown([heading, ...told]) : undefined;
}

type Read =
  | { readonly ok: true; readonly value: unknown; readonly parts: readonly Part[] }
  | { readonly ok: false; readonly message: string };

/** What dstack makes of the scalar, or why its grammar refuses it. */
function readValue(scalar: ScalarValue, schema: Schema): Read {
  if (!schema.shorthand) return { ok: true, value: coerceScalar(scalar, schema), parts: [] };
  const parsed = parseShorthand(schema.shorthand, scalar);
  return parsed.ok ? parsed : { ok: false, message: parsed.error.message };
}

function meaningOf(
  node: ScalarNode,
  { name = '', schema }: Target['property'],
  value: unknown,
  context: ExplainContext,
): string | undefined {
  if (node.value.type === 'null') {
    if (!allowsType(schema, 'null')) return undefined;
    return ['Nothing is set here.', defaultLine(schema)].filter(Boolean).join(' ');
  }
  // What is refused means nothing.
  if (schema.valueMeaning !== undefined) {
    return typeof value === 'string' ? filled(schema.valueMeaning, { name, value }) : undefined;
  }
  if (schema.shorthand) return explain(schema.shorthand, value, context);
  return typeof value === 'boolean' && allowsType(schema, 'boolean')
    ? schema.description
    : undefined;
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
