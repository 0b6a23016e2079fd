import type { MarkupContent } from 'vscode-languageserver-types';
import type { Catalogue } from '../../catalogue';
import { resolveAlias, type Node } from '../../yaml/node';
import type { Schema } from '../../schema/schema';
import { markdown, propertyMarkdown } from '../../meaning/markdown';
import { explainMapping } from '../../meaning/mapping';
import type { Target } from './target';
import { yamlNote } from './yaml-note';

/**
 * The documentation of a property, with the meaning of its value if that has several lines, and the value that YAML
 * reads for the key if that is not text.
 */
export function keyHover(
  { node, property, value, taken }: Target,
  catalogue: Catalogue,
): MarkupContent {
  const about = propertyMarkdown(property).value;
  const meaning = value && meaningOf(value, property.schema, catalogue);
  const note = yamlNote(node, taken === undefined ? 'refused' : { text: taken });
  return markdown([about, meaning && `Here: ${meaning}`, note]);
}

function meaningOf(value: Node, schema: Schema, catalogue: Catalogue): string | undefined {
  const node = resolveAlias(value);
  return node.kind === 'mapping' ? explainMapping(node, schema, catalogue) : undefined;
}
