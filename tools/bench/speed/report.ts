import { median, quantile, type Figure } from './measure';

/** One line of the table. Ratios are theirs divided by ours: above 1 ours is better. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly own: { readonly median: number; readonly p95: number };
  readonly other: { readonly median: number; readonly p95: number };
  readonly ratio: { readonly median: number; readonly p95: number };
  /** The goal and whether it is met, if there is one. */
  readonly goal?: string;
  readonly met: boolean;
}

export function rowOf({ name, unit, own, other, goal }: Figure): Row {
  const summary = (values: readonly number[]) => ({
    median: median(values),
    p95: quantile(values, 0.95),
  });
  const [a, b] = [summary(own), summary(other)];
  const ratio = { median: b.median / a.median, p95: b.p95 / a.p95 };
  const row = { name, unit, own: a, other: b, ratio, met: true };
  if (!goal) return row;
  const { of, ratio: least, most } = goal;
  if (most !== undefined) {
    return { ...row, goal: `${of} <= ${String(most)} ${unit}`, met: a[of] <= most };
  }
  return { ...row, goal: `${of} >= ${String(least)}x`, met: ratio[of] >= (least ?? 0) };
}

/** The rows as a Markdown table. */
export function markdown(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    ...[row.own, row.other].map((one) => `${short(one.median)} / ${short(one.p95)} ${row.unit}`),
    `${short(row.ratio.median)} / ${short(row.ratio.p95)}`,
    row.goal === undefined ? '' : `${row.met ? 'met' : 'MISSED'} (${row.goal})`,
  ]);
  const head = ['median / p95', 'ours', 'theirs', 'theirs / ours', 'goal'];
  return aligned([head, head.map(() => '---'), ...cells]);
}

/** Columns of the same width, as prettier writes tables. */
function aligned(lines: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...lines.map((line) => line[column]?.length ?? 0));
  return lines
    .map((line, row) => {
      const cells = line.map((cell, i) => cell.padEnd(width(i), row === 1 ? '-' : ' '));
      return `| ${cells.join(' | ')} |\n`;
    })
    .join('');
}

/** Three digits, or an integer if there are more. */
export function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
