import { isOfWorkspace, PROBLEM_CODES } from '../problem/codes';
import { problem, type Problem } from '../problem/problem';
import { span, type Span } from '../base/span';
import type { Tree } from '../yaml/tree';

/** The start of a comment that ignores warnings and hints of the next line; the codes follow. */
export const DISABLE = 'dstack-disable-next-line';

/** A comment `# dstack-disable-next-line CODE, CODE`. */
export interface Suppression {
  /** The comment. */
  readonly span: Span;
  /** The line that it is about, counted from 0. */
  readonly line: number;
  readonly codes: readonly { readonly code: string; readonly span: Span }[];
}

/** It is computed from all comments, and needed for each problem that one of them may suppress. */
const SUPPRESSIONS = new WeakMap<Tree, readonly Suppression[]>();

/** The comments of a file that ignore something, in its order. */
export function suppressionsOf(tree: Tree): readonly Suppression[] {
  const known = SUPPRESSIONS.get(tree) ?? suppressionsIn(tree);
  SUPPRESSIONS.set(tree, known);
  return known;
}

function suppressionsIn({ text, comments, lines }: Tree): readonly Suppression[] {
  return comments.flatMap((comment) => {
    const written = text.slice(comment.start, comment.end);
    const [lead] = /^#[ \t]*dstack-disable-next-line(?![\w-])/.exec(written) ?? [];
    if (lead === undefined) return [];
    const codes = [...written.slice(lead.length).matchAll(/[^\s,]+/g)].map((match) => {
      const start = comment.start + lead.length + match.index;
      return { code: match[0], span: span(start, start + match[0].length) };
    });
    return [{ span: comment, line: lines.position(comment.start).line + 1, codes }];
  });
}

/**
 * The problems without the warnings and hints that comments ignore, and with a hint for a comment that ignores nothing.
 * Errors stay: dstack rejects the file, whatever its comments say.
 */
export function suppress(tree: Tree, problems: readonly Problem[]): readonly Problem[] {
  const suppressions = tree.broken ? [] : suppressionsOf(tree);
  if (suppressions.length === 0) return problems;
  const placed = problems.map((one) => ({ one, place: placeOf(tree, one) }));
  const places = (isWanted: (problem: Problem) => boolean) =>
    new Set(placed.filter(({ one }) => isWanted(one)).map(({ place }) => place));
  const [mild, severe] = [places(isMild), places((one) => !isMild(one))];
  const ignored = new Set<string>();
  const unused = suppressions.flatMap(({ span: comment, line, codes }) => {
    if (codes.length === 0)
      return [unusedAt(comment, `Name the problem to ignore, e.g. \`${EXAMPLE}\`.`)];
    return codes.flatMap(({ code, span: at }) => {
      // Only the workspace knows whether there is anything to ignore.
      if (isOfWorkspace(code)) return [];
      const place = `${line} ${code}`;
      if (!mild.has(place)) return [unusedAt(at, reason(code, severe.has(place)))];
      ignored.add(place);
      return [];
    });
  });
  const left = placed.filter(({ one, place }) => !isMild(one) || !ignored.has(place));
  return [...left.map(({ one }) => one), ...unused];
}

function placeOf({ lines }: Tree, { span: { start }, code }: Problem): string {
  return `${lines.position(start).line} ${code}`;
}

function isMild({ severity }: Problem): boolean {
  return severity !== 'error';
}

/** The problems of the workspace that comments of a file ignore. */
export function ignoredOfWorkspace(tree: Tree): readonly { line: number; code: string }[] {
  return suppressionsOf(tree).flatMap(({ line, codes }) =>
    codes.filter(({ code }) => isOfWorkspace(code)).map(({ code }) => ({ line, code })),
  );
}

const EXAMPLE = `# ${DISABLE} read-as-number`;

function reason(code: string, isError: boolean): string {
  if (isError) return `\`${code}\` is an error here, and errors cannot be ignored.`;
  return PROBLEM_CODES.some((known) => known === code)
    ? `There is no \`${code}\` problem on the next line.`
    : `There is no code \`${code}\`, so nothing is ignored.`;
}

function unusedAt(at: Span, message: string): Problem {
  return problem('unused-suppression', at, message, { severity: 'hint' });
}
