import { Analysis, type TextSource } from '../../analysis';
import { changedLines, type ChangedLines } from '../../edit/changed-lines';
import type { Edit } from '../../edit/edit';
import { environmentOf } from '../../environment';
import { fixesFor } from '../../fixes';
import { oncePerLine } from '../../problem/once';
import type { Problem } from '../../problem/problem';
import type { Workspace } from '../../workspace/workspace';
import { changedDefaults } from './defaults';

/** What a newer release of dstack changes for a file, with lines counted from 1. */
export interface UpgradeChange {
  /**
   * `breaks`: it rejects it. `read`: it rejects what the older release silently reads as something else. `default`: the
   * file leaves it to dstack, and gets something else. `accepted`: the older release rejects it, the newer one accepts
   * the file. `unreadable`: the file is not YAML, so nothing else is known.
   */
  readonly kind: 'breaks' | 'read' | 'default' | 'deprecated' | 'accepted' | 'unreadable';
  readonly line: number;
  readonly message: string;
  /** What to write instead; undefined if only the author knows. It is looked for when it is asked for. */
  readonly fix: () => UpgradeFix | undefined;
}

/** What to write instead. */
export interface UpgradeFix extends ChangedLines {
  /** What it does, e.g. "Change to `replicas`". */
  readonly title: string;
  /** The first line that it changes: changes with the same title and line are one. */
  readonly line: number;
}

/**
 * What changes for a file if dstack is upgraded, in the order of the text. A file that the older release rejects has
 * only what the newer one rejects in addition. Comments in the file that name a release do not count.
 *
 * @param workspace where the default profile may be found
 */
export function upgradeChanges(
  source: TextSource,
  from: string,
  to: string,
  workspace?: Workspace,
): readonly UpgradeChange[] {
  const before = analysed(source, from, workspace);
  const after = analysed(source, to, workspace);
  const known = new Set(before.problems.filter(isError).map(placeOf));
  const read = new Set(before.problems.filter(({ data }) => data?.['rejectedSince']).map(placeOf));
  const kindOf = (one: Problem): UpgradeChange['kind'] | undefined => {
    if (one.code === 'deprecated-key') return 'deprecated';
    if (!isError(one) || known.has(placeOf(one))) return undefined;
    return read.has(placeOf(one)) ? 'read' : 'breaks';
  };
  const problems = oncePerLine(after.problems, after.tree.lines).flatMap((one) => {
    const kind = kindOf(one);
    const fix = () => shown(after, fixesFor(after, one)[0]);
    return kind ? { kind, at: one.span.start, message: one.message, fix } : [];
  });
  const isAccepted = !after.problems.some(isError);
  // What the older release rejects had no meaning yet.
  const defaults = known.size > 0 ? [] : changedDefaults(after, from);
  const changed = defaults.map(({ at, message, ...fix }) => ({
    kind: 'default' as const,
    at,
    message,
    fix: () => ([before, after].every((one) => accepts(one, fix)) ? shown(after, fix) : undefined),
  }));
  const found = after.tree.broken
    ? firstError('unreadable', after)
    : [...problems, ...(isAccepted ? firstError('accepted', before) : []), ...changed];
  return found
    .sort((a, b) => a.at - b.at)
    .map(({ at, ...change }) => ({ ...change, line: lineAt(after, at) }));
}

/** The first error of a file, if there is one, as a change of a kind. */
function firstError(kind: UpgradeChange['kind'], { problems }: Analysis) {
  const found = problems.filter(isError).slice(0, 1);
  return found.map(({ span, message }) => ({
    kind,
    at: span.start,
    message,
    fix: () => undefined,
  }));
}

function analysed(
  { uri, text }: TextSource,
  version: string,
  workspace: Workspace | undefined,
): Analysis {
  // The text keeps its length, so places are the same.
  const judged = text.replace(/^(#\s*dstack):/gm, '$1-');
  return new Analysis(
    { uri, text: judged },
    environmentOf({ release: { version, source: 'setting' }, workspace }),
  );
}

interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

function shown(analysis: Analysis, fix: Fix | undefined): UpgradeFix | undefined {
  if (!fix || fix.edits.length === 0) return undefined;
  const { title, edits } = fix;
  const line = lineAt(analysis, Math.min(...edits.map(({ span }) => span.start)));
  return { title, line, ...changedLines(analysis.tree, edits) };
}

function lineAt({ tree }: Analysis, offset: number): number {
  return tree.lines.position(offset).line + 1;
}

/** Whether the edits bring no further error. */
function accepts(analysis: Analysis, { edits }: Fix): boolean {
  const errors = ({ problems }: Analysis) => problems.filter(isError).length;
  return errors(analysis.edited(edits)) <= errors(analysis);
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** What is wrong in both releases has the same place, but may have another code. */
function placeOf({ span }: Problem): number {
  return span.start;
}
