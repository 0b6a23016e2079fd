import { Analysis, type TextSource } from '../../analysis';
import { changedLines, type ChangedLines } from '../../edit/changed-lines';
import { environmentOf } from '../../environment';
import { fixesFor } from '../../fixes';
import { oncePerLine } from '../../problem/once';
import type { Problem } from '../../problem/problem';

/** What a newer release of dstack changes for a file, with lines counted from 1. */
export interface UpgradeChange {
  /** `breaks`: it rejects it. `read`: it rejects what the older release silently reads as something else. */
  readonly kind: 'breaks' | 'read' | 'deprecated';
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
 */
export function upgradeChanges(
  source: TextSource,
  from: string,
  to: string,
): readonly UpgradeChange[] {
  const [before, after] = [analysed(source, from), analysed(source, to)];
  const known = new Set(before.problems.filter(isError).map(placeOf));
  const read = new Set(before.problems.filter(({ data }) => data?.['rejectedSince']).map(placeOf));
  const kindOf = (one: Problem): UpgradeChange['kind'] | undefined => {
    if (one.code === 'deprecated-key') return 'deprecated';
    if (!isError(one) || known.has(placeOf(one))) return undefined;
    return read.has(placeOf(one)) ? 'read' : 'breaks';
  };
  return oncePerLine(after.problems, after.tree.lines).flatMap((one) => {
    const kind = kindOf(one);
    if (!kind) return [];
    const line = after.tree.lines.position(one.span.start).line + 1;
    return { kind, line, message: one.message, fix: () => fixOf(after, one) };
  });
}

function analysed({ uri, text }: TextSource, version: string): Analysis {
  // The text keeps its length, so places are the same.
  const judged = text.replace(
    /^#(\s*dstack:)/gm,
    (_, rest: string) => `#${rest.replace(':', '-')}`,
  );
  return new Analysis(
    { uri, text: judged },
    environmentOf({ release: { version, source: 'setting' } }),
  );
}

function fixOf(after: Analysis, one: Problem): UpgradeFix | undefined {
  const [fix] = fixesFor(after, one);
  if (!fix) return undefined;
  const start = Math.min(...fix.edits.map(({ span }) => span.start));
  const line = after.tree.lines.position(start).line + 1;
  return { title: fix.title, line, ...changedLines(after.tree, fix.edits) };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** What is wrong in both releases has the same place, but may have another code. */
function placeOf({ span }: Problem): number {
  return span.start;
}
