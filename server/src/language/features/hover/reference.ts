import type { Schema } from '../../schema/schema';
import type { ScalarNode } from '../../yaml/node';
import { referenceIn } from '../../workspace/summary';
import type { Workspace } from '../../workspace/workspace';
import { fenced, fileLink } from '../../meaning/markdown';

/** Maximum number of places. */
const LIMIT = 3;

/** The definition that a name refers to, with its lines; undefined if no file of the workspace defines it. */
export function referenceMarkdown(
  node: ScalarNode,
  schema: Schema,
  workspace: Workspace,
): string | undefined {
  const reference = schema.refersTo && referenceIn(node, schema);
  if (!schema.refersTo || !reference) return undefined;
  const found = workspace.index.declarations(schema.refersTo, reference.text).slice(0, LIMIT);
  if (found.length === 0) return undefined;
  return found
    .map(({ uri, range, excerpt }) => {
      const file = fileLink(workspace.pathOf(uri), uri, range.start.line);
      return `Defined in ${file}:\n\n${fenced(excerpt)}`;
    })
    .join('\n\n');
}
