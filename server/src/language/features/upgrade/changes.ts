import { Analysis, type TextSource } from '../../analysis';
import { changedLines, type ChangedLines } from '../../edit/changed-lines';
import type { Edit } from '../../edit/edit';
import { environmentOf } from '../../environment';
import { fixesFor } from '../../fixes';
import { oncePerLine } from '../../problem/once';
import type { Problem } from '../../problem/problem';
import { deprecatedIn } from './deprecated';

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
  const lineOf = (offset: number) => after.tree.lines.position(offset).line + 1;
  const known = new Set(before.problems.filter(isError).map(placeOf));
  const read = new Set(before.problems.filter(({ data }) => data?.['rejectedSince']).map(placeOf));
  const broken = oncePerLine(after.problems, after.tree.lines)
    .filter((one) => isError(one) && !known.has(placeOf(one)))
    .map((one): UpgradeChange => ({
      kind: read.has(placeOf(one)) ? 'read' : 'breaks',
      line: lineOf(one.span.start),
      message: one.message,
      fix: () => {
        const [fix] = fixesFor(after, one);
        return fix && shown(after, fix.title, fix.edits);
      },
    }));
  const deprecated = deprecatedIn(after).map(({ at, message, title, edits }): UpgradeChange => ({
    kind: 'deprecated',
    line: lineOf(at),
    message,
    fix: () => shown(after, title, edits),
  }));
  return [...broken, ...deprecated].sort((a, b) => a.line - b.line);
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

function shown({ tree }: Analysis, title: string, edits: readonly Edit[]): UpgradeFix | undefined {
  if (edits.length === 0) return undefined;
  const start = Math.min(...edits.map(({ span }) => span.start));
  return { title, line: tree.lines.position(start).line + 1, ...changedLines(tree, edits) };
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** What is wrong in both releases has the same place, but may have another code. */
function placeOf({ span }: Problem): number {
  return span.start;
}
