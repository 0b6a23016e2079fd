import type { MarkupContent } from 'vscode-languageserver-types';
import { coerceScalar } from '../../coerce/coerce';
import { allowsType, type Schema } from '../../schema/schema';
import { parseShorthand } from '../../shorthand';
import type { Part } from '../../shorthand/grammar';
import { textOffset, type ScalarNode } from '../../yaml/node';
import type { ScalarValue } from '../../yaml/scalar';
import { code, markdown, valueMarkdown } from '../markdown';
import { explain } from './explain';
import { partsList } from './parts';

/** What a scalar means, or undefined for free text. `offset` is in the document. */
export function valueHover(
  node: ScalarNode,
  schema: Schema,
  offset: number,
): MarkupContent | undefined {
  const read = readValue(node.value, schema);
  const note = yamlNote(node, schema, read?.value);
  const listed =
    read && (valueMarkdown(schema, node.text) ?? valueMarkdown(schema, String(read.value)));
  if (listed) return markdown([listed.value, note]);
  const sentence = read && schema.shorthand && explain(schema.shorthand, read.value);
  const parts =
    read && partsList(node.text, read.parts, textOffset(node, offset), schema.shorthand);
  if (!sentence && !parts && !note) return undefined;
  return markdown([`**${code(node.text)}**`, sentence, parts, note]);
}

/** What dstack makes of the scalar; undefined where it refuses it. */
function readValue(
  scalar: ScalarValue,
  schema: Schema,
): { readonly value: unknown; readonly parts: readonly Part[] } | undefined {
  if (!schema.shorthand) return { value: coerceScalar(scalar, schema), parts: [] };
  const parsed = parseShorthand(schema.shorthand, scalar);
  return parsed.ok ? parsed : undefined;
}

/** Says so where YAML reads something else than what the text looks like. */
function yamlNote(
  { style, text, value }: ScalarNode,
  schema: Schema,
  taken: unknown,
): string | undefined {
  const read = style === 'plain' ? readAs(value) : undefined;
  if (read === undefined || read.endsWith(` ${code(text)}`)) return undefined;
  const note = `YAML reads ${code(text)} as ${read}`;
  if (typeof taken === 'string') return `${note}, which dstack takes for ${code(taken)}.`;
  const fits = schema.shorthand ? taken !== undefined : isOfType(taken, schema);
  return fits ? `${note}.` : `${note}. Put it in quotes if it is meant as text.`;
}

function isOfType(value: unknown, schema: Schema): boolean {
  if (typeof value === 'boolean') return allowsType(schema, 'boolean');
  return typeof value === 'number' && allowsType(schema, 'integer');
}

function readAs(value: ScalarValue): string | undefined {
  switch (value.type) {
    case 'bool':
    case 'int':
    case 'float': {
      const name = value.type === 'bool' ? 'the boolean' : 'the number';
      return `${name} ${code(String(value.value))}`;
    }
    case 'timestamp':
      return 'a date';
    default:
      return undefined;
  }
}
