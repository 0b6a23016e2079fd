import type { Analysis } from '../../analysis';
import { span } from '../../base/span';
import type { Tree } from '../../yaml/tree';
import { sourceInQuotes } from '../../edit/rewrite';
import type { Edit } from '../../edit/edit';
import type { Candidate, FixProvider } from '../fix-provider';
import { writeMeant } from './look-alike';
import { reindented } from './indentation';
import { commentOutOfText } from './comment-in-text';
import { commentsOfYaml, withoutFences } from './pasted';
import { splitProperties } from './glued-properties';
import { addColons, isHardware, propertyOfFile } from './missing-colon';
import { repairItem } from './broken-item';
import { addCommas } from './missing-commas';
import { addMissingDashes } from './missing-dashes';
import { styleOf } from '../../edit/layout';
import { t, type Text } from '../../l10n/text';

/** Maximum number of properties without a space after their colon. */
const MOST_GLUED = 6;

/**
 * The usual repairs of YAML, tried at the line of the mistake and the one above it. The caller keeps those that help,
 * and prefers those that leave the fewest problems.
 */
export const fixSyntax: FixProvider = (context) => {
  const { analysis, problem } = context;
  const meant = writeMeant(context);
  if (meant.length > 0) return meant;
  const { tree } = analysis;
  const { line } = tree.lines.position(problem.span.start);
  const glued = [...tree.text.slice(0, problem.span.start).matchAll(GLUED)].slice(-MOST_GLUED);
  const dashes = [...tree.text.slice(0, problem.span.start).matchAll(GLUED_DASH)].slice(
    -MOST_GLUED,
  );
  return [
    ...itemBelow(tree, line),
    ...withoutFences(tree, line),
    ...commentsOfYaml(tree, line),
    ...repairItem(context),
    ...addMissingDashes(context),
    ...commentOutOfText(context),
    ...quotedFrom(tree, problem.span.start),
    ...addCommas(context),
    ...splitProperties(context),
    ...addColons(analysis, line),
    // Such a line is read as text, so the mistake is reported further below.
    ...glued.map(({ index, 0: { length } }) => spaceAt(index + length)),
    ...dashes.map(({ index, 0: { length } }) => dashSpaceAt(index + length)),
    ...[line, line - 1].filter((one) => one >= 0).flatMap((one) => candidatesFor(analysis, one)),
  ];
};

/** Spaces for the tabs at the beginning of all lines. */
export const expandTabs: FixProvider = ({ analysis: { tree }, problem }) => {
  const { unit } = styleOf(tree);
  const edits: Edit[] = [];
  for (const { index, 0: indent } of tree.text.matchAll(/^[ ]*\t[ \t]*/gm)) {
    const newText = indent.replaceAll('\t', ' '.repeat(unit));
    edits.push({ span: span(index, index + indent.length), newText });
  }
  const tab = tree.text.indexOf('\t', problem.span.start);
  const here =
    tab >= 0 && tab <= problem.span.end ? [{ span: span(tab, tab + 1), newText: ' ' }] : [];
  return [
    ...(edits.length > 0 ? [{ title: t('Indent with spaces'), edits }] : []),
    ...(here.length > 0 ? [{ title: t('Replace the tab with a space'), edits: here }] : []),
  ];
};

/** A property without the space after its colon. */
const GLUED = /^[ \t]*(?:- +)*[\w-]+:(?=[^\s:/])/gm;

/** A property with the first item of its list on its line: `hosts:- a`, `hosts: - a`. */
const GLUED_ITEM = /^([ \t]*(?:- +)*)[\w-]+:(?=[ \t]*- )/;

/** The item that is on the line of its property on a line of its own. */
function itemBelow(tree: Tree, line: number): readonly Candidate[] {
  const start = tree.lines.start(line);
  const content = tree.text.slice(start, tree.lines.end(line));
  const [key, lead = ''] = GLUED_ITEM.exec(content) ?? [];
  if (key === undefined) return [];
  const { eol, listIndent } = styleOf(tree);
  const dash = content.indexOf('-', key.length);
  const at = span(start + key.length, start + dash);
  const newText = eol + ' '.repeat(lead.length + listIndent);
  return [{ title: t('Put the item on a line of its own'), edits: [{ span: at, newText }] }];
}

/** An item without the space after its dash. */
const GLUED_DASH = /^[ \t]*-(?=[^\s-])/gm;

function dashSpaceAt(at: number): Candidate {
  return { title: t('Add a space after the dash'), edits: [{ span: span(at, at), newText: ' ' }] };
}

function spaceAt(at: number): Candidate {
  const edits = [{ span: span(at, at), newText: ' ' }];
  return { title: t('Add a space after the colon'), edits };
}

function candidatesFor(analysis: Analysis, line: number): Candidate[] {
  const { tree } = analysis;
  const start = tree.lines.start(line);
  const content = tree.text.slice(start, tree.lines.end(line));
  const trimmed = content.trimEnd();
  const end = start + trimmed.length;
  const add = (title: Text, at: number, newText: string): Candidate => ({
    title,
    edits: [{ span: span(at, at), newText }],
  });
  const candidates: Candidate[] = [];

  const [glued] = content.match(GLUED) ?? [];
  if (glued !== undefined) candidates.push(spaceAt(start + glued.length));
  const [dash] = content.match(GLUED_DASH) ?? [];
  if (dash !== undefined) candidates.push(dashSpaceAt(start + dash.length));
  // Further right it would continue the text above.
  if (propertyOfFile(analysis, line) === undefined && !isHardware(analysis, line))
    candidates.push(...reindented(tree, line));

  const [, lead, value] = /^(\s*(?:- +)*(?:[\w-]+:\s+)?)(\S.*)$/.exec(trimmed) ?? [];
  if (lead !== undefined && value !== undefined && !/^["'|>#]/.test(value)) {
    const comment = value.search(/\s#/);
    const ends =
      comment < 0 ? [value.length] : [value.slice(0, comment).trimEnd().length, value.length];
    candidates.push(...ends.map((length) => quoted(start + lead.length, value.slice(0, length))));
  }
  for (const [open, close] of [
    ['"', '"'],
    ["'", "'"],
    ['[', ']'],
    ['{', '}'],
  ] as const) {
    if (!isOpen(trimmed, open, close)) continue;
    const title = t('Add the missing `{0}`', close);
    // Before a comment, and a quote before the brackets that it is in.
    const comment = trimmed.search(/\s#/);
    let at = (comment < 0 ? trimmed : trimmed.slice(0, comment)).trimEnd().length;
    if (open === close) while (/[\s\]}]/.test(trimmed.charAt(at - 1))) at--;
    if (at < trimmed.length) candidates.push(add(title, start + at, close));
    candidates.push(add(title, end, close));
  }
  const stray = /[\]}"',]{1,20}$/.exec(trimmed);
  if (stray)
    candidates.push({
      title: t('Remove `{0}`', stray[0]),
      edits: [{ span: span(end - stray[0].length, end), newText: '' }],
    });
  return candidates;
}

/** In brackets: the item that begins at an offset, with others on its line that begin with an invalid character. */
function quotedFrom({ text, lines }: Tree, at: number): readonly Candidate[] {
  const { line } = lines.position(at);
  const start = lines.start(line);
  if (!/[[{,]\s*$/.test(text.slice(start, at))) return [];
  const rest = text.slice(at, lines.end(line));
  const wrong = itemsIn(rest).filter(
    ({ index, item }) => item !== '' && (index === 0 ? !/^["']/.test(item) : /^[%@`]/.test(item)),
  );
  const edits = wrong.flatMap(({ index, item }) => quoted(at + index, item).edits);
  return edits.length > 0 ? [{ title: t('Put it in quotes'), edits }] : [];
}

/** The parts between the commas of a flow collection, trimmed, with their offsets in the text. */
function itemsIn(text: string): readonly { readonly index: number; readonly item: string }[] {
  return [...text.matchAll(/[^,\]}]+/g)]
    .filter(({ index }) => index === 0 || text.charAt(index - 1) === ',')
    .map(({ index, 0: piece }) => {
      const lead = piece.length - piece.trimStart().length;
      return { index: index + lead, item: piece.trim() };
    });
}

function quoted(start: number, source: string): Candidate {
  const at = span(start, start + source.length);
  return { title: t('Put it in quotes'), edits: [{ span: at, newText: sourceInQuotes(source) }] };
}

function isOpen(line: string, open: string, close: string): boolean {
  const count = (char: string) => line.split(char).length - 1;
  return open === close ? count(open) % 2 === 1 : count(open) > count(close);
}
