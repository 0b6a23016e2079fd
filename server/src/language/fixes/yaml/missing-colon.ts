import { span } from '../../base/span';
import type { Tree } from '../../yaml/tree';
import { indentOf } from '../../edit/lines';
import type { Candidate } from '../fix-provider';
import { t } from '../../l10n/text';

/** Maximum number of lines of one mapping without their colon. */
const MOST_LINES = 8;

/** The beginning of a property without its colon, `name foo` or `- name foo`: what is before the name, and the name. */
const NAME = /^(\s*(?:- +)*)[A-Za-z_][\w-]*(?=\s|$)/;

/**
 * The colon after the first word of a line, or of the line above that it would continue; last, of all lines above at
 * its column, up to the dash of their item.
 */
export function addColons(tree: Tree, line: number): readonly Candidate[] {
  const above = lineAbove(tree, line);
  const column = indentOf(tree, line);
  const run: number[] = [];
  for (let at = above; at !== undefined && run.length < MOST_LINES; at = lineAbove(tree, at)) {
    const lead = NAME.exec(contentOf(tree, at))?.[1];
    if (lead === undefined || lead.length !== column) break;
    run.unshift(at);
    if (lead.includes('-')) break;
  }
  return [...[line, above].map((one) => [one]), ...(run.length > 1 ? [run] : [])].flatMap((lines) =>
    withColons(tree, lines),
  );
}

function withColons(tree: Tree, lines: readonly (number | undefined)[]): readonly Candidate[] {
  const edits = lines.flatMap((line) => {
    const found = line === undefined ? null : NAME.exec(contentOf(tree, line));
    if (line === undefined || !found) return [];
    const at = tree.lines.start(line) + found[0].length;
    return [{ span: span(at, at), newText: ':' }];
  });
  if (edits.length === 0) return [];
  return [{ title: edits.length > 1 ? t('Add the colons') : t('Add the colon'), edits }];
}

/** The nearest line above that has content. */
function lineAbove(tree: Tree, line: number): number | undefined {
  for (let above = line - 1; above >= 0; above--)
    if (indentOf(tree, above) !== undefined) return above;
  return undefined;
}

function contentOf({ text, lines }: Tree, line: number): string {
  return text.slice(lines.start(line), lines.end(line));
}
