import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Analysis } from '../../server/src/language/analysis';
import {
  corpusSamples,
  fixtureSamples,
  uriOf,
  type Sample,
} from '../../test/support/oracle/corpus';
import { Random } from '../../test/support/generate/random';
import { rankOf } from './authoring/rank';
import { momentsOf, type Moment } from './authoring/replay';
import { missedGoals, percent, table, type Ranked, type Shares } from './authoring/tally';
import { latencies, type Latencies } from './authoring/latency';
import { ours, rivalFromEnvironment, theirs } from './servers';
import { Session } from './session';

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    files: { type: 'string', default: '80' },
    out: { type: 'string', default: 'out/authoring.json' },
  },
});

/** Replays the same moments of the same files with both servers and compares what they offer, and how fast. */
async function main(): Promise<number> {
  const moments = chosenFiles().flatMap(momentsOf);
  const rival = rivalFromEnvironment();
  const results = [];
  for (const server of [ours(rival), theirs(rival)]) {
    const session = await Session.start(server);
    const languageId = server.name === 'dstack' ? 'dstack' : 'yaml';
    const ranked = [];
    // The schema is read once, on the first use.
    const speed = await latencies(session, languageId);
    for (const [index, moment] of moments.entries()) {
      ranked.push(await replay(session, moment, index, languageId));
    }
    results.push({
      name: server.name,
      rows: table(ranked),
      speed,
    });
    await session.stop();
  }
  const [own, other] = results;
  if (!own || !other) return 1;
  print(own.rows, other.rows);
  printSpeed(own.speed, other.speed);
  mkdirSync('out', { recursive: true });
  const plain = results.map(({ rows, ...rest }) => ({ ...rest, rows: Object.fromEntries(rows) }));
  writeFileSync(options.out, `${JSON.stringify(plain, null, 2)}\n`);
  const missed = [...missedGoals(own.rows), ...missedSpeed(own.speed, other.speed)];
  for (const goal of missed) console.log(`MISSED  ${goal}`);
  return missed.length > 0 ? 1 : 0;
}

/** Accepted files, the same for the same seed. */
function chosenFiles(): Sample[] {
  const accepted = (corpusSamples() ?? fixtureSamples('accepted')).filter(({ text, kind }) =>
    new Analysis({ uri: uriOf(kind), text }).problems.every(({ severity }) => severity !== 'error'),
  );
  return new Random(Number(options.seed)).sample(accepted, Number(options.files));
}

/** Each moment has its own document: yaml-language-server confuses documents with the same URI and version. */
async function replay(
  session: Session,
  moment: Moment,
  index: number,
  languageId: string,
): Promise<Ranked> {
  const { sample, text, offset, wanted } = moment;
  const uri = uriOf(sample.kind).replace('/w/', `/w/${String(index)}/`);
  const { lines } = new Analysis({ uri, text }).tree;
  await session.open(uri, text, languageId);
  const list = await session.completion(uri, lines.position(offset));
  await session.close(uri);
  return { moment, rank: rankOf(list, wanted, text, offset, lines) };
}

function print(own: ReadonlyMap<string, Shares>, other: ReadonlyMap<string, Shares>): void {
  const cells = (shares: Shares | undefined) =>
    shares ? [shares.first, shares.firstThree, shares.present].map(percent) : ['', '', ''];
  console.log(
    'what is written, characters typed  moments      dstack: first / first 3 / offered      yaml-language-server',
  );
  for (const [name, shares] of own) {
    const columns = [...cells(shares), ...cells(other.get(name))].map((cell) => cell.padStart(9));
    console.log(`${name.padEnd(34)}${String(shares.count).padStart(8)}  ${columns.join('')}`);
  }
}

function printSpeed(own: Latencies, other: Latencies): void {
  for (const measure of ['median', 'p95'] as const) {
    const ratio = (other[measure] / own[measure]).toFixed(1);
    console.log(
      `completion in 300 lines, ${measure}: ${own[measure].toFixed(2)} ms, theirs ${other[measure].toFixed(2)} ms (${ratio} times ours)`,
    );
  }
}

/** Milliseconds within which 95 of 100 answers must arrive, unless the machine is slow for both. */
const LIMIT = 5;

function missedSpeed(own: Latencies, other: Latencies): string[] {
  if (own.p95 <= LIMIT && own.p95 < other.p95) return [];
  return [`completion p95: ${own.p95.toFixed(2)} ms, theirs ${other.p95.toFixed(2)} ms`];
}

void main().then((status) => process.exit(status));
