import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { LogPiece } from '../../../../client/src/live/answers/logs';
import { LogReader } from '../../../../client/src/live/logs/follow';
import { table } from '../../../support/table';

/** A log that grows, with the rules of a server: pages, and what is newer than a time. */
class GrowingLog {
  readonly pieces: LogPiece[] = [];

  constructor(
    private readonly page: number,
    /** Whether a server also gives what is of the time that was asked for. Those of dstack differ. */
    private readonly isInclusive: boolean,
  ) {}

  logs(_run: string, _submission: string, since?: string, token?: string) {
    const from = since === undefined ? -1 : Date.parse(since);
    const isWanted = ({ time }: LogPiece) => (this.isInclusive ? time >= from : time > from);
    const start = Number(token ?? 0);
    const wanted = this.pieces.filter(isWanted);
    const pieces = wanted.slice(start, start + this.page);
    const end = start + pieces.length;
    return Promise.resolve({
      pieces,
      nextToken: end < wanted.length ? String(end) : undefined,
    });
  }
}

test('a log is read without a gap and without a repeat, whenever it is looked at', async () => {
  const steps = fc.array(fc.record({ wait: fc.nat(2), looks: fc.nat(2) }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      async (all, page, isInclusive) => {
        const log = new GrowingLog(page, isInclusive);
        const reader = new LogReader(log, 'run', 'job');
        const read: LogPiece[] = [];
        let time = 1_000_000;
        for (const [index, { wait, looks }] of all.entries()) {
          time += wait;
          log.pieces.push({ time, bytes: Uint8Array.of(index) });
          for (let look = 0; look < looks; look++) read.push(...(await reader.look()));
        }
        read.push(...(await reader.look()));
        assert.deepEqual(read, log.pieces);
      },
    ),
  );
});

table(
  'a log whose times are at the limits of a date is read',
  [-8.64e15, -8.64e15 + 1, 0, 8.64e15],
  async (time) => {
    const pieces = [{ time, bytes: Uint8Array.of(1) }];
    const logs = () => Promise.resolve({ pieces, nextToken: undefined });
    const reader = new LogReader({ logs }, 'run', 'job');
    assert.equal((await reader.look()).length, 1);
    assert.deepEqual(await reader.look(), []);
  },
);

test('a large log is read in parts, without a gap', async () => {
  const log = new GrowingLog(3, true);
  const bytes = new Uint8Array(500_000);
  // All of them within a few milliseconds.
  for (let index = 0; index < 40; index++) log.pieces.push({ time: 1000 + (index >> 4), bytes });
  const reader = new LogReader(log, 'run', 'job');
  const read = async () => {
    let count = 0;
    for (let looks = 0; looks < 20; looks++) {
      const part = (await reader.look()).length;
      assert.ok(part <= 6, String(part));
      count += part;
    }
    return count;
  };
  assert.equal(await read(), 40);
  log.pieces.push({ time: 1002, bytes });
  assert.equal(await read(), 1);
});
