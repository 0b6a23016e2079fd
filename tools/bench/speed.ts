import { appendFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { repositoryPath } from '../../test/support/repository';
import { ours, rivalFromEnvironment, theirs } from './servers';
import { editing, memory, starts, workspace } from './speed/figures';
import type { Figure } from './speed/measure';
import { markdown, rowOf, short, type Row } from './speed/report';
import { size } from './speed/sizes';
import { SMALL, taskOf } from './speed/texts';

const { values: options } = parseArgs({
  options: {
    /** Appends the ratios to docs/bench-history.tsv; tools/bench.mjs draws the chart of the README then. */
    record: { type: 'boolean', default: false },
    /** Fewer rounds, for a quick look. */
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'out/speed.json' },
  },
});

const HISTORY = 'docs/bench-history.tsv';

/** Measures both servers in turn, prints the comparison, and fails if a goal is missed. */
async function main(): Promise<number> {
  const rival = rivalFromEnvironment();
  const servers = { own: ours(rival), other: theirs(rival) };
  const rounds = (count: number) => Math.ceil(count / (options.quick ? 5 : 1));
  const figures: Figure[] = [
    ...(await starts(servers, rounds(20))),
    ...(await editing(servers, '40 lines', SMALL, rounds(100), 1)),
    ...(await editing(servers, '10,000 lines', taskOf(10_000), rounds(40), 5)),
    await workspace(servers, options.quick ? 500 : 5000, rounds(5)),
    ...(await memory(servers, options.quick ? 200 : 1000)),
    size(rival),
  ];
  const rows = figures.map(rowOf);
  console.log(markdown(rows));
  mkdirSync('out', { recursive: true });
  writeFileSync(options.out, `${JSON.stringify({ node: rival.node, rows }, null, 2)}\n`);
  if (options.record) record(rows);
  const missed = rows.filter(({ met }) => !met);
  for (const { name, goal } of missed) console.log(`MISSED  ${name}: ${goal ?? ''}`);
  return missed.length > 0 ? 1 : 0;
}

/** One line per figure: the day, what was measured, both medians and the ratios. */
function record(rows: readonly Row[]): void {
  const day = new Date().toISOString().slice(0, 10);
  const file = repositoryPath(HISTORY);
  const lines = rows.map(({ name, unit, own, other, ratio }) =>
    [day, name, unit, ...[own.median, other.median, ratio.median, ratio.p95].map(short)].join('\t'),
  );
  if (!statSync(file, { throwIfNoEntry: false })) {
    appendFileSync(file, 'day\tfigure\tunit\tours\ttheirs\tratio of medians\tratio of p95\n');
  }
  appendFileSync(file, `${lines.join('\n')}\n`);
}

void main().then((status) => process.exit(status));
