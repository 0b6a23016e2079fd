import type { Session } from '../session';

/** Milliseconds from a keystroke to the list of suggestions, over stdio. */
export interface Latencies {
  readonly median: number;
  readonly p95: number;
}

const URI = 'file:///w/long.dstack.yml';
const LINES = 300;
const WARM_UP = 60;
const ROUNDS = 300;

/** Types characters in the middle of a file of 300 lines and asks for suggestions after each. */
export async function latencies(session: Session, languageId: string): Promise<Latencies> {
  const commands = Array.from({ length: LINES - 10 }, (_, i) => `  - echo step ${String(i)} $HOME`);
  const head = ['type: task', 'name: long', 'resources:', '  gpu: 24GB', '', 'commands:'];
  await session.open(URI, [...head, ...commands, ''].join('\n'), languageId);
  await session.diagnostics(URI);
  const times: number[] = [];
  const line = 4;
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const typed = ['  ', 'm', 'e'][round % 3] ?? '';
    const character = ['', '  ', '  m'][round % 3]?.length ?? 0;
    const end = round % 3 === 0 ? 100 : character;
    const range = { start: { line, character }, end: { line, character: end } };
    const start = performance.now();
    await session.change(URI, { range, text: typed });
    await session.completion(URI, { line, character: character + typed.length });
    if (round >= WARM_UP) times.push(performance.now() - start);
  }
  await session.close(URI);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? NaN;
  return { median: at(0.5), p95: at(0.95) };
}
