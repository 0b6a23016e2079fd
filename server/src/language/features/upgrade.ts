import { Analysis, type TextSource } from '../analysis';
import { environmentOf } from '../environment';
import type { Problem } from '../problem/problem';
import { keyText } from '../yaml/node';
import { nodesIn } from '../yaml/walk';

/** What a newer release of dstack changes for a file, with lines counted from 1. */
export interface UpgradeChange {
  /** `breaks`: it rejects it. `read`: it rejects what the older release silently reads as something else. */
  readonly kind: 'breaks' | 'read' | 'deprecated';
  readonly line: number;
  readonly message: string;
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
  const broken = after.problems
    .filter((one) => isError(one) && !known.has(placeOf(one)))
    .map((one): UpgradeChange => ({
      kind: read.has(placeOf(one)) ? 'read' : 'breaks',
      line: lineOf(one.span.start),
      message: one.message,
    }));
  return [...broken, ...deprecated(after, lineOf)].sort((a, b) => a.line - b.line);
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

function deprecated(
  { tree, bound }: Analysis,
  lineOf: (offset: number) => number,
): readonly UpgradeChange[] {
  if (!tree.root) return [];
  return [...nodesIn(tree.root)].flatMap(({ node }) => {
    if (node.kind !== 'mapping') return [];
    return node.pairs.flatMap((pair): UpgradeChange[] => {
      const { deprecated: since, description = '' } = bound.propertyOf(pair) ?? {};
      if (since === undefined || bound.propertyOf(pair)?.removed) return [];
      const message = `\`${keyText(pair) ?? ''}\` is deprecated since dstack ${since}. ${description}`;
      return [{ kind: 'deprecated', line: lineOf(pair.key.span.start), message: message.trim() }];
    });
  });
}

function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

function placeOf({ code, span }: Problem): string {
  return `${code} ${String(span.start)}`;
}
