/**
 * How good quick fixes are: one mistake is made in a file that dstack accepts, the fixes are applied, and dstack is
 * asked about the result. `npm run bench:repair` runs it for our server and for yaml-language-server.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { pythonForOracle } from '../../test/support/oracle/python';
import { ours, rivalFromEnvironment, theirs } from './servers';
import type { ServerCommand } from './session';
import { markdownTable, missedGoals, tableOf, worstCases } from './repair/report';
import { refusedCases, repairedBy } from './repair/run';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '2200' },
    seed: { type: 'string', default: '1' },
    /** The worst cases go to OUT.md, the figures to OUT.json. */
    out: { type: 'string', default: 'out/repair' },
    /** Without yaml-language-server. */
    alone: { type: 'boolean', default: false },
  },
});

async function main(): Promise<number> {
  const python = pythonForOracle();
  if (python === undefined) throw new Error('There is no Python with dstack.');
  const seed = Number(options.seed);
  const cases = await refusedCases(python, Number(options.count), seed);
  const rival = rivalFromEnvironment();
  const tables: string[] = [];
  const measure = async (server: ServerCommand) => {
    const outcomes = await repairedBy(server, python, cases);
    const table = tableOf(outcomes);
    tables.push(markdownTable(server.name, table));
    console.log(tables.at(-1));
    return { outcomes, table };
  };
  const other = options.alone ? undefined : await measure(theirs(rival));
  const own = await measure(ours(rival));
  const figures = { seed, dstack: own.table, rival: other?.table };
  mkdirSync(dirname(options.out), { recursive: true });
  writeFileSync(`${options.out}.json`, `${JSON.stringify(figures, null, 2)}\n`);
  writeFileSync(
    `${options.out}.md`,
    `# Repair\n\n${tables.join('\n')}\n# The worst cases of ours\n\n${worstCases(own.outcomes)}`,
  );
  const missed = missedGoals(own.table);
  console.log(`The worst cases are in ${options.out}.md`);
  for (const goal of missed) console.log(`missed: ${goal}`);
  return missed.length > 0 ? 1 : 0;
}

void main().then((status) => process.exit(status));
