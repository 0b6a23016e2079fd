import {
  shiftLine,
  wholeOf,
  type Operator,
} from '../../../../test/support/generate/mutate/operator';

/** A child or a whole block one level out or in, a tab for the spaces, or no space after the colon. */
export const indentation: Operator = ({ text, sites, random }) => {
  const blocks = sites.filter((site) => !site.flow);
  if (blocks.length === 0) return undefined;
  const site = random.pick(blocks);
  const whole = wholeOf(text, site);
  const lines = text.slice(whole.start, whole.end);
  const shifted = (by: number) =>
    lines
      .split('\n')
      .map((line) => shiftLine(line, by))
      .join('\n');
  if (site.key && site.shape === 'mapping') {
    // The children of a property at its own column.
    const [head = '', ...children] = lines.split('\n');
    const out = children.map((line) => shiftLine(line, -2)).join('\n');
    if (random.chance(0.6)) return { ...whole, insert: `${head}\n${out}` };
  }
  return random.pick([
    { ...whole, insert: shifted(-2) },
    { ...whole, insert: shifted(1) },
    { ...whole, insert: shifted(-1) },
    { ...whole, insert: lines.replace(/^( +)/, (spaces) => '\t'.repeat(spaces.length / 2)) },
    ...(site.key ? [{ ...whole, insert: lines.replace(/: +(?=\S)/, ':') }] : []),
    ...(site.key ? [] : [{ ...whole, insert: lines.replace(/- +(?=\S)/, '-') }]),
  ]);
};
