import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Session, type ServerCommand } from '../session';
import { growthOf, pause } from './growth';
import { alternate, alternateStarts, timeOf, type Figure, type Servers } from './measure';
import { SMALL, workspaceOf } from './texts';

const MB = 1024 * 1024;

/** How many times more often completion is measured than the other requests. */
const COMPLETIONS = 3;

/** From the start of the process. Each measurement has a new one. */
export async function starts(servers: Servers, rounds: number): Promise<Figure[]> {
  const initialize = await alternateStarts(servers, rounds, async (server) => {
    const start = performance.now();
    const session = await Session.start(server);
    const time = performance.now() - start;
    await session.stop();
    return time;
  });
  const diagnostics = await alternateStarts(servers, rounds, async (server, languageId) => {
    const start = performance.now();
    const session = await Session.start(server);
    await session.open('file:///w/.dstack.yml', SMALL, languageId);
    await session.diagnostics('file:///w/.dstack.yml');
    const time = performance.now() - start;
    await session.stop();
    return time;
  });
  return [
    figure('start to initialize answered', initialize, { of: 'median', ratio: 3 }),
    figure('start to first diagnostics', diagnostics),
  ];
}

/** The cost of a file when the server is warm. `ratio` is the goal of completion and hover. */
export async function editing(
  servers: Servers,
  name: string,
  text: string,
  rounds: number,
  ratio: number,
): Promise<Figure[]> {
  const sessions = await startBoth(servers);
  const uri = 'file:///w/edited.dstack.yml';
  const warmUp = Math.ceil(rounds / 4);
  const measure = (probe: Parameters<typeof alternate>[3], times = 1) =>
    alternate(sessions, rounds * times, warmUp, probe);
  const open = await measure(async (session, languageId, round) => {
    const once = `file:///w/${String(round)}.dstack.yml`;
    const time = await timeOf(async () => {
      await session.open(once, text, languageId);
      await session.diagnostics(once);
    });
    await session.close(once);
    return time;
  });
  for (const [session, languageId] of [
    [sessions.own, 'dstack'],
    [sessions.other, 'yaml'],
  ] as const) {
    await session.open(uri, text, languageId);
    await session.diagnostics(uri);
  }
  const place = placeOf(text);
  const keystroke = await measure((session, _language, round) =>
    timeOf(async () => {
      await type(session, uri, place.end, round);
      await session.diagnostics(uri);
    }),
  );
  const completion = await measure(async (session, _language, round) => {
    const time = await timeOf(async () => {
      await type(session, uri, place.end, round);
      await session.completion(uri, place.end);
    });
    await session.diagnostics(uri);
    return time;
    // The p95 of a few milliseconds is mostly the noise of the machine.
  }, COMPLETIONS);
  const hover = await measure((session) => timeOf(() => session.hover(uri, place.start)));
  const format = await measure((session) => timeOf(() => session.format(uri)));
  await stopBoth(sessions);
  return [
    figure(`${name}: open to diagnostics`, open, { of: 'median', ratio: ratio > 1 ? 4 : 1 }),
    figure(`${name}: keystroke to diagnostics`, keystroke, { of: 'p95', ratio: 4 }),
    figure(`${name}: completion after a keystroke`, completion, { of: 'p95', ratio }),
    figure(`${name}: hover`, hover, { of: 'p95', ratio }),
    figure(`${name}: formatting`, format),
  ];
}

/** A workspace full of files, one of which is opened at once. */
export async function workspace(servers: Servers, files: number, rounds: number): Promise<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'dstack-bench-'));
  for (const [path, text] of workspaceOf(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const uri = `file://${folder}/opened.dstack.yml`;
  const times = await alternateStarts(servers, rounds, async (server, languageId) => {
    const start = performance.now();
    const session = await Session.start(server, folder);
    await session.open(uri, SMALL, languageId);
    await session.diagnostics(uri);
    await session.completion(uri, placeOf(SMALL).end);
    const time = performance.now() - start;
    await session.stop();
    return time;
  });
  rmSync(folder, { recursive: true });
  return figure(`workspace of ${String(files)} files: start to first completion`, times);
}

/** Resident memory with one small file open, and what opening and closing a file many times adds to it. */
export async function memory(servers: Servers, cycles: number): Promise<Figure[]> {
  const rest = await alternateStarts(servers, 3, async (server, languageId) => {
    const session = await restingSession(server, languageId);
    const bytes = session.memory;
    await session.stop();
    return bytes / MB;
  });
  // A tenth of the cycles is enough for a server that grows with each. The name of the figure says so.
  const own = await growth(servers.own, 'dstack', cycles);
  const other = 10 * (await growth(servers.other, 'yaml', cycles / 10));
  return [
    figure('memory at rest', rest, { of: 'median', ratio: 1 / 0.8 }),
    figure(
      `memory added by ${String(cycles)} times open and close (theirs: 10 x ${String(cycles / 10)})`,
      { own: [own], other: [other] },
      { of: 'median', most: 5 },
    ),
  ];
}

async function growth(server: ServerCommand, languageId: string, cycles: number): Promise<number> {
  const session = await restingSession(server, languageId);
  const { added } = await growthOf(session, languageId, cycles);
  await session.stop();
  return added;
}

async function restingSession(server: ServerCommand, languageId: string): Promise<Session> {
  const session = await Session.start(server);
  await session.open('file:///w/.dstack.yml', SMALL, languageId);
  await session.diagnostics('file:///w/.dstack.yml');
  await pause();
  return session;
}

/** Types the last letter of a value and deletes it, in turn. */
async function type(
  session: Session,
  uri: string,
  end: { line: number; character: number },
  round: number,
): Promise<void> {
  const start = { ...end, character: end.character - 1 };
  await session.change(uri, { range: { start, end }, text: round % 2 === 0 ? 'A' : 'B' });
}

/** The value of `gpu`: its start, and its end. */
function placeOf(text: string) {
  const lines = text.split('\n');
  const line = lines.findIndex((one) => one.startsWith('  gpu:'));
  return { start: { line, character: 8 }, end: { line, character: (lines[line] ?? '').length } };
}

async function startBoth({ own, other }: Servers): Promise<{ own: Session; other: Session }> {
  return { own: await Session.start(own), other: await Session.start(other) };
}

async function stopBoth({ own, other }: { own: Session; other: Session }): Promise<void> {
  await own.stop();
  await other.stop();
}

function figure(
  name: string,
  times: { readonly own: readonly number[]; readonly other: readonly number[] },
  goal?: Figure['goal'],
): Figure {
  const unit = name.startsWith('memory') ? 'MB' : 'ms';
  return { name, unit, ...times, ...(goal ? { goal } : {}) };
}
