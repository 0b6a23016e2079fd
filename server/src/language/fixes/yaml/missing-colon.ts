import type { Analysis } from '../../analysis';
import { lookup } from '../../base/lookup';
import { span } from '../../base/span';
import { allowsType } from '../../schema/schema';
import { isCalled } from '../../schema/synonyms';
import type { Tree } from '../../yaml/tree';
import type { Edit } from '../../edit/edit';
import { indentOf, lineText } from '../../edit/lines';
import type { Candidate } from '../fix-provider';
import { itemsAround } from './items-around';
import { propertiesOf } from '../keys/places';
import { t, type Text } from '../../l10n/text';

/** Maximum number of lines of one mapping without their colon. */
const MOST_LINES = 8;

/**
 * The beginning of a property without its colon, `name foo`, `- name foo` or `name = foo`: what is before the name, the
 * name, and the `=` with what is around it.
 */
const NAME = /^(\s*(?:- +)*)([A-Za-z_][\w-]*)(\s*=\s*(?=\S)|(?=\s|$))/;

/**
 * The colon after the first word of a line, or of the line above that it would continue; last, of all lines above at
 * its column, up to the dash of their item.
 */
export function addColons(analysis: Analysis, line: number): readonly Candidate[] {
  const { tree } = analysis;
  const above = lineAbove(tree, line);
  const column = indentOf(tree, line);
  const run: number[] = [];
  for (let at = above; at !== undefined && run.length < MOST_LINES; at = lineAbove(tree, at)) {
    const lead = NAME.exec(lineText(tree, at))?.[1];
    if (lead === undefined || lead.length !== column) break;
    run.unshift(at);
    if (lead.includes('-')) break;
  }
  return [...[line, above].map((one) => [one]), ...(run.length > 1 ? [run] : [])].flatMap((lines) =>
    withColons(analysis, lines),
  );
}

/** Whether a line begins with the name of a property of `resources`, one level too high. */
export function isHardware({ tree, schema }: Analysis, line: number): boolean {
  const [, lead, word = ''] = NAME.exec(lineText(tree, line)) ?? [];
  const owners = Object.values(propertiesOf(schema)).filter(({ hardware }) => hardware === true);
  return lead === '' && owners.some(({ properties }) => lookup(properties, word) !== undefined);
}

/**
 * The property of the file that a line without a colon begins with, by its name or as people call it; undefined if it is
 * none, or is indented.
 */
export function propertyOfFile({ tree, schema }: Analysis, line: number): string | undefined {
  const [, lead, word = ''] = NAME.exec(lineText(tree, line)) ?? [];
  if (lead !== '') return undefined;
  const names = Object.entries(propertiesOf(schema))
    .filter(([, { removed, impossible }]) => removed === undefined && !impossible)
    .map(([name]) => name);
  return names.includes(word) ? word : names.find((name) => isCalled(name, word));
}

function withColons(
  analysis: Analysis,
  lines: readonly (number | undefined)[],
): readonly Candidate[] {
  const found = lines.flatMap((line) => (line === undefined ? [] : withColon(analysis, line)));
  const [first, ...others] = found;
  if (!first) return [];
  const title = others.length > 0 ? t('Add the colons') : first.title;
  return [{ title, edits: found.map(({ edit }) => edit) }];
}

function withColon(
  analysis: Analysis,
  line: number,
): readonly { readonly title: Text; readonly edit: Edit }[] {
  const { tree } = analysis;
  const [, lead = '', word = '', sign = ''] = NAME.exec(lineText(tree, line)) ?? [];
  if (word === '') return [];
  const name = propertyOfFile(analysis, line);
  if (name === undefined && isAmongTexts(analysis, line)) return [];
  const start = tree.lines.start(line) + lead.length;
  const end = start + word.length;
  if (name !== undefined && name !== word)
    return [
      {
        title: t('Change to `{0}`', `${name}:`),
        edit: {
          span: span(start, end + sign.length),
          newText: `${name}:${sign === '' ? '' : ' '}`,
        },
      },
    ];
  if (sign === '')
    return [{ title: t('Add the colon'), edit: { span: span(end, end), newText: ':' } }];
  const at = span(end, end + sign.length);
  return [{ title: t('Change `=` to a colon'), edit: { span: at, newText: ': ' } }];
}

/** Whether the items around a line are texts, such as commands, of which a colon would make mappings. */
function isAmongTexts(analysis: Analysis, line: number): boolean {
  const items = itemsAround(analysis, line);
  return items !== undefined && !allowsType(items, 'object');
}

/** The nearest line above that has content. */
function lineAbove(tree: Tree, line: number): number | undefined {
  for (let above = line - 1; above >= 0; above--)
    if (indentOf(tree, above) !== undefined) return above;
  return undefined;
}
