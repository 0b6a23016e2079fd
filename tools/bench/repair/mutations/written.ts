import {
  pickProperty,
  wholeOf,
  type Operator,
} from '../../../../test/support/generate/mutate/operator';

/** Right lines, and the wrong ones that people write. */
export type Row = readonly [right: string, ...wrong: string[]];

/** A mistake in lines that a file does not have: they are first added below one of its properties. */
export function written(rows: readonly Row[]): {
  readonly prepare: Operator;
  readonly operator: Operator;
} {
  return {
    prepare: ({ text, sites, random }) => {
      const top = sites.filter((site) => site.path.length === 1 && !site.flow && site.column === 0);
      const site = pickProperty(top, random);
      const [right] = random.pick(rows);
      const key = /^[\w]+/.exec(right)?.[0] ?? '';
      if (!site || top.some((one) => one.path[0] === key)) return undefined;
      const { end } = wholeOf(text, site);
      const before = end > 0 && text[end - 1] !== '\n' ? '\n' : '';
      return { start: end, end, insert: before + right };
    },
    operator: replaced(rows),
  };
}

/** A mistake in a whole file that replaces another one. */
export function wholly(rows: readonly Row[]): {
  readonly prepare: Operator;
  readonly operator: Operator;
} {
  return {
    prepare: ({ text, random }) => ({ start: 0, end: text.length, insert: random.pick(rows)[0] }),
    operator: replaced(rows),
  };
}

function replaced(rows: readonly Row[]): Operator {
  return ({ text, random }) => {
    const there = rows.filter(([right]) => `\n${text}`.includes(`\n${right}`));
    if (there.length === 0) return undefined;
    const [right, ...wrong] = random.pick(there);
    const start = `\n${text}`.indexOf(`\n${right}`);
    return { start, end: start + right.length, insert: random.pick(wrong) };
  };
}
