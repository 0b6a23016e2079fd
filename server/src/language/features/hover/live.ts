import { isRecord, lookup } from '../../base/lookup';
import type { LiveFacts } from '../../live/facts';
import { isLiveKind } from '../../live/known';
import { aboutLive, aboutLiveGpus } from '../../meaning/live';
import type { Schema } from '../../schema/schema';
import { parseShorthand, SHORTHANDS, type ShorthandName } from '../../shorthand';
import { referenceIn } from '../../workspace/summary';
import type { ScalarNode } from '../../yaml/node';

/** What the user's server has said about what a scalar names; undefined if it has said nothing. */
export function liveMarkdown(
  node: ScalarNode,
  schema: Schema,
  facts: LiveFacts,
): string | undefined {
  const { declares, refersTo, configured, shorthand, catalogue } = schema;
  if (configured) return aboutLive(facts, configured, node.text);
  if (declares && isLiveKind(declares)) return aboutLive(facts, declares, node.text);
  if (refersTo && isLiveKind(refersTo)) {
    const own = referenceIn(node, schema);
    if (own) return aboutLive(facts, refersTo, own.text);
    const { project, name } = foreignIn(node, schema);
    return name === undefined ? undefined : aboutLive(facts, refersTo, name, project);
  }
  const names = shorthand ? gpusIn(node, shorthand) : [];
  if (names.length > 0) return aboutLiveGpus(facts, names);
  return catalogue === 'gpu-names' ? aboutLiveGpus(facts, [node.text]) : undefined;
}

function gpusIn({ value }: ScalarNode, shorthand: ShorthandName): readonly string[] {
  const read = parseShorthand(shorthand, value);
  return read.ok && read.value !== null ? (SHORTHANDS[shorthand].gpusIn?.(read.value) ?? []) : [];
}

/** The parts of a `PROJECT/NAME`. */
function foreignIn({ value }: ScalarNode, { shorthand }: Schema) {
  const read = shorthand && parseShorthand(shorthand, value);
  const parts = read?.ok && isRecord(read.value) ? read.value : {};
  const text = (part: string) => {
    const found = lookup(parts, part);
    return typeof found === 'string' ? found : undefined;
  };
  return { project: text('project'), name: text('name') };
}
