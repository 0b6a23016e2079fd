import { span } from '../span';
import type { Tree } from '../yaml/tree';
import { sourceInQuotes } from './edit';
import type { Edit } from './fix';
import type { Candidate, Maker } from './maker';
import { styleOf } from './style';

/** So many indentations of the lines above are tried. */
const MOST_COLUMNS = 6;

/**
 * What usually makes YAML of a text again, tried at the line of the mistake and the one above it. The caller keeps what
 * helps, and prefers what leaves the fewest problems.
 */
export const mendSyntax: Maker = ({ analysis: { tree }, problem }) => {
  const { line } = tree.lines.position(problem.span.start);
  const glued = [...tree.text.slice(0, problem.span.start).matchAll(GLUED)].slice(-MOST_COLUMNS);
  const dashes = [...tree.text.slice(0, problem.span.start).matchAll(GLUED_DASH)].slice(
    -MOST_COLUMNS,
  );
  return [
    ...[line, line - 1].filter((one) => one >= 0).flatMap((one) => candidatesFor(tree, one)),
    // Such a line reads as text, so that the mistake shows farther below.
    ...glued.map(({ index, 0: { length } }) => spaceAt(index + length)),
    ...dashes.map(({ index, 0: { length } }) => dashSpaceAt(index + length)),
  ];
};

/** Spaces for the tabs at the beginning of all lines. */
export const expandTabs: Maker = ({ analysis: { tree }, problem }) => {
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
    ...(edits.length > 0 ? [{ title: 'Indent with spaces', edits, safe: true }] : []),
    ...(here.length > 0 ? [{ title: 'Write a space', edits: here, safe: true }] : []),
  ];
};

/** A property without the space behind its colon. */
const GLUED = /^[ \t]*(?:- +)*[\w-]+:(?=[^\s:/])/gm;

/** An item without the space behind its dash. */
const GLUED_DASH = /^[ \t]*-(?=[^\s-])/gm;

function dashSpaceAt(at: number): Candidate {
  return { title: 'Add the space behind the dash', edits: [{ span: span(at, at), newText: ' ' }] };
}

function spaceAt(at: number): Candidate {
  const edits = [{ span: span(at, at), newText: ' ' }];
  return { title: 'Add the space behind the colon', edits, safe: true };
}

function candidatesFor(tree: Tree, line: number): Candidate[] {
  const start = tree.lines.start(line);
  const content = tree.text.slice(start, tree.lines.end(line));
  const trimmed = content.trimEnd();
  const end = start + trimmed.length;
  const add = (title: string, at: number, newText: string): Candidate => ({
    title,
    edits: [{ span: span(at, at), newText }],
  });
  const candidates: Candidate[] = [];

  const [glued] = content.match(GLUED) ?? [];
  if (glued !== undefined) candidates.push(spaceAt(start + glued.length));
  const [dash] = content.match(GLUED_DASH) ?? [];
  if (dash !== undefined) candidates.push(dashSpaceAt(start + dash.length));
  const noColon = /^\s*(?:- +)?[\w-]+(?=\s|$)/.exec(content);
  if (noColon) candidates.push(add('Add the colon', start + noColon[0].length, ':'));

  candidates.push(...reindented(tree, line));

  const [, lead, value] = /^(\s*(?:- +)*(?:[\w-]+:\s+)?)(\S.*?)\s*$/.exec(trimmed) ?? [];
  if (lead !== undefined && value !== undefined && !/^["'|>]/.test(value)) {
    candidates.push({
      title: 'Put it in quotes',
      edits: [{ span: span(start + lead.length, end), newText: sourceInQuotes(value) }],
    });
  }
  for (const [open, close] of [
    ['"', '"'],
    ["'", "'"],
    ['[', ']'],
    ['{', '}'],
  ] as const) {
    if (isOpen(trimmed, open, close))
      candidates.push(add(`Add the missing \`${close}\``, end, close));
  }
  const stray = /[\]}"',]{1,20}$/.exec(trimmed);
  if (stray)
    candidates.push({
      title: `Remove \`${stray[0]}\``,
      edits: [{ span: span(end - stray[0].length, end), newText: '' }],
    });
  return candidates;
}

function isOpen(line: string, open: string, close: string): boolean {
  const count = (char: string) => line.split(char).length - 1;
  return open === close ? count(open) % 2 === 1 : count(open) > count(close);
}

/** The line, and what belongs below it, at each indentation that a line above has; the nearest first. */
function reindented(tree: Tree, line: number): Candidate[] {
  const own = indentOf(tree, line);
  if (own === undefined) return [];
  const columns = new Set<number>();
  for (let above = line - 1; above >= 0 && columns.size < MOST_COLUMNS; above--) {
    const content = tree.text.slice(tree.lines.start(above), tree.lines.end(above));
    const indent = indentOf(tree, above);
    if (indent === undefined) continue;
    columns.add(indent);
    const dash = /^\s*(?:- +)+/.exec(content)?.[0].length;
    if (dash !== undefined) columns.add(dash);
    if (/:\s*(?:#.*)?$/.test(content)) columns.add((dash ?? indent) + styleOf(tree).unit);
  }
  columns.delete(own);
  const nearest = [...columns].sort((a, b) => Math.abs(a - own) - Math.abs(b - own));
  const blocks = [blockFrom(tree, line, own, 'same'), blockFrom(tree, line, own, 'deeper'), line];
  return nearest.flatMap((column) =>
    [...new Set(blocks)].map((last) => {
      const edits = shift(tree, line, last, column - own);
      const lines = edits.length === 1 ? 'the line' : `${edits.length} lines`;
      const by = `${Math.abs(column - own)} ${column < own ? 'less' : 'more'}`;
      return { title: `Indent ${lines} by ${by}`, edits };
    }),
  );
}

/** Columns of white space; undefined for lines without content. */
function indentOf(tree: Tree, line: number): number | undefined {
  const content = tree.text.slice(tree.lines.start(line), tree.lines.end(line));
  return /^\s*(?:#.*)?$/.test(content) ? undefined : /^ */.exec(content)?.[0].length;
}

/** The last line of the block that begins at a line: of lines at least as deep, or only of deeper ones. */
function blockFrom(tree: Tree, line: number, own: number, kind: 'same' | 'deeper'): number {
  const count = tree.lines.position(tree.text.length).line;
  let last = line;
  for (let next = line + 1; next <= count; next++) {
    const indent = indentOf(tree, next);
    if (indent === undefined) continue;
    if (kind === 'same' ? indent < own : indent <= own) break;
    last = next;
  }
  return last;
}

function shift(tree: Tree, first: number, last: number, by: number): Edit[] {
  const edits: Edit[] = [];
  for (let line = first; line <= last; line++) {
    const start = tree.lines.start(line);
    if (tree.text.slice(start, tree.lines.end(line)).trim() === '') continue;
    edits.push(
      by > 0
        ? { span: span(start, start), newText: ' '.repeat(by) }
        : {
            span: span(
              start,
              start +
                Math.min(-by, /^ */.exec(tree.text.slice(start, start - by))?.[0].length ?? 0),
            ),
            newText: '',
          },
    );
  }
  return edits;
}
