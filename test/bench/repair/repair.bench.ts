/**
 * How far quick fixes carry: one mistake is made in a file that dstack accepts, the fixes are taken, and dstack is asked
 * about the result. `npm run bench:repair` runs it for our server and for yaml-language-server.
 */
import { writeFileSync } from 'node:fs';
import { pythonForOracle } from '../../support/python';
import { ours, rivalFromEnvironment, theirs } from '../servers';
import type { ServerCommand } from '../session';
import { markdownTable, missedGoals, tableOf, worstCases } from './report';
import { refusedCases, repairedBy } from './run';

const COUNT = Number(process.env['DSTACK_BENCH_COUNT'] ?? 2200);
const SEED = Number(process.env['DSTACK_BENCH_SEED'] ?? 1);
const OUT = process.env['DSTACK_BENCH_OUT'] ?? 'out/repair';
const WITH_RIVAL = process.env['DSTACK_BENCH_ALONE'] === undefined;

async function main(): Promise<number> {
  const python = pythonForOracle();
  if (python === undefined) throw new Error('There is no Python with dstack.');
  const cases = await refusedCases(python, COUNT, SEED);
  const rival = rivalFromEnvironment();
  const tables: string[] = [];
  const measure = async (server: ServerCommand) => {
    const outcomes = await repairedBy(server, python, cases);
    const table = tableOf(outcomes);
    tables.push(markdownTable(server.name, table));
    console.log(tables.at(-1));
    return { outcomes, table };
  };
  const other = WITH_RIVAL ? await measure(theirs(rival)) : undefined;
  const own = await measure(ours(rival));
  const figures = { seed: SEED, dstack: own.table, rival: other?.table };
  writeFileSync(`${OUT}.json`, `${JSON.stringify(figures, null, 2)}\n`);
  writeFileSync(
    `${OUT}.md`,
    `# Repair\n\n${tables.join('\n')}\n# The worst cases of ours\n\n${worstCases(own.outcomes)}`,
  );
  const missed = missedGoals(own.table);
  for (const goal of missed) console.log(`missed: ${goal}`);
  return missed.length > 0 ? 1 : 0;
}

void main().then((code) => {
  process.exitCode = code;
});
