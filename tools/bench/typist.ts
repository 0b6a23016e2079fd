import { parseArgs } from 'node:util';
import type { Sample } from '../../test/support/oracle/corpus';
import { ours, rivalFromEnvironment, theirs } from './servers';
import { Session, type ServerCommand } from './session';
import { delayOf, type Delay } from './typist/delay';
import { Desk } from './typist/desk';
import { typeLines, type LineResult } from './typist/lines';
import { fileTotals, lineTable, slipList, slipsOf, type Run } from './typist/report';
import { chosenSamples, lineCount } from './typist/samples';
import { typeFile, type FileResult } from './typist/whole-files';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    lines: { type: 'string', default: '1250' },
    /** All delays of answers that are tried, in further keys. */
    delays: { type: 'string', default: '0,1,2,mixed' },
    /** Leaves out yaml-language-server. */
    alone: { type: 'boolean', default: false },
    /** Leaves out whole files. */
    quick: { type: 'boolean', default: false },
  },
});

/**
 * Types real files as in VS Code with default settings, and counts the lines that differ from what was typed. The
 * status is 1 if ours has any.
 */
async function main(): Promise<number> {
  const samples = chosenSamples(Number(options.seed), Number(options.lines));
  const delays = options.delays.split(',').map(delayOf);
  console.log(
    `${String(samples.length)} files, ${String(lineCount(samples))} lines; +N: answers come N keys late, mixed: 0 to 5`,
  );
  const rival = rivalFromEnvironment();
  const runs: Run[] = [];
  const files: FileResult[] = [];
  await at(ours(rival), 'dstack', async (desk) => {
    for (const delay of delays) runs.push(await lineRun('dstack', samples, desk, delay));
    if (!options.quick) files.push(...(await wholeFiles(samples, desk, delays)));
  });
  if (!options.alone)
    await at(theirs(rival), 'yaml', async (desk) => {
      for (const delay of delays)
        runs.push(await lineRun('yaml-language-server', samples, desk, delay));
    });
  for (const line of [...lineTable(runs), ...runs.flatMap(slipList)]) console.log(line);
  const changed = runs.filter(({ name }) => name === 'dstack').flatMap(slipsOf);
  const failed = files.some(({ slips, isEqual }) => slips.length > 0 || !isEqual);
  return changed.length > 0 || failed ? 1 : 0;
}

async function at(
  command: ServerCommand,
  language: string,
  use: (desk: Desk) => Promise<void>,
): Promise<void> {
  const session = await Session.start(command);
  await use(await Desk.at(session.connection, session.capabilities, language));
  await session.stop();
}

async function lineRun(
  name: string,
  samples: readonly Sample[],
  desk: Desk,
  delay: Delay,
): Promise<Run> {
  const results: LineResult[] = [];
  for (const sample of samples) results.push(...(await typeLines(sample, desk, delay)));
  return { name, delay, results };
}

/** Whole files typed with and without the completion of keys. */
async function wholeFiles(
  samples: readonly Sample[],
  desk: Desk,
  delays: readonly Delay[],
): Promise<FileResult[]> {
  const all: FileResult[] = [];
  for (const delay of delays)
    for (const completeKeys of [false, true]) {
      const results: FileResult[] = [];
      for (const sample of samples) results.push(await typeFile(sample, desk, delay, completeKeys));
      const how = completeKeys ? 'half-typed keys completed by Tab' : 'whole files typed';
      for (const line of fileTotals(`${how}, answers ${String(delay)} keys late`, results))
        console.log(line);
      all.push(...results);
    }
  return all;
}

void main().then((status) => process.exit(status));
