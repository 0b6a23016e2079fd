import { lookup } from '../../base/lookup';
import type { Schema } from '../../schema/schema';
import { span } from '../../base/span';
import { findPair } from '../../yaml/node';
import { columnOf } from '../../edit/rewrite';
import { mappingsAround, stepsTo } from '../../edit/locate';
import type { Candidate, Context } from '../fix-provider';
import { styleOf } from '../../edit/layout';
import { t } from '../../l10n/text';

/** A second property on a line: the white space before it, and its name. */
const FURTHER = /(?<![ \t])([ \t]+)([A-Za-z_][\w-]*):(?=\s|$)/g;

/**
 * `gpu: 24GB  spot_policy: auto`, if YAML cannot be read: a property that is known to the mapping, or to one around it,
 * gets its own line.
 */
export function splitProperties({ analysis, problem }: Context): readonly Candidate[] {
  const { tree, bound } = analysis;
  const { line } = tree.lines.position(problem.span.start);
  const start = tree.lines.start(line);
  const content = tree.text.slice(start, tree.lines.end(line));
  const [lead = '', before = ''] = /^(\s*(?:- +)*)[\w-]+:[ \t]+(?=[^\s#])/.exec(content) ?? [];
  if (lead === '') return [];
  const key = start + before.length;
  const steps = stepsTo(tree.root, span(key, key));
  const mappings = mappingsAround(steps);
  const names: string[] = [];
  const edits = [...content.matchAll(FURTHER)].flatMap(({ index, 1: space = '', 2: name = '' }) => {
    const owner = mappings.find(
      (one) => !one.flow && !findPair(one, name) && hasProperty(bound.schemaOf(one), name),
    );
    if (index < before.length || !owner) return [];
    names.push(name);
    const at = start + index;
    const indent = ' '.repeat(columnOf(tree, owner.pairs[0]?.key.span.start ?? owner.span.start));
    return [{ span: span(at, at + space.length), newText: styleOf(tree).eol + indent }];
  });
  if (edits.length === 0) return [];
  const title =
    names.length > 1
      ? t('Put each property on a line of its own')
      : t('Put `{0}` on a line of its own', names[0] ?? '');
  return [{ title, edits }];
}

/** Whether a mapping has a property with this name; if its type cannot be read, in any type. */
function hasProperty(schema: Schema | undefined, name: string): boolean {
  if (!schema) return false;
  return (
    lookup(schema.properties, name) !== undefined ||
    (schema.oneOf ?? []).some((one) => hasProperty(one, name))
  );
}
