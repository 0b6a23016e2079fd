import type { LogPiece } from '../answers/logs';
import type { Server } from '../server';

/** Pages of one look, at most: 1,000 pieces each. */
const PAGES = 50;

/** Bytes after which a look ends: the next one goes on from there. */
const BYTES = 2_000_000;

/** Milliseconds since 1970: the limit of a `Date`. */
const EARLIEST = -8.64e15;

interface Rest {
  readonly since: string | undefined;
  readonly token: string;
  readonly known: number;
}

/** What the reader asks of a server. */
type Logs = Pick<Server, 'logs'>;

/**
 * Reads the log of one job as it grows. A server gives what is newer than a time, or also what is of that time, and more
 * of the same millisecond may follow. So each look begins a millisecond early, and leaves out what is known.
 */
export class LogReader {
  /** The time of the last piece, in milliseconds since 1970, and how many pieces of that time are known. */
  private last = Number.NEGATIVE_INFINITY;
  private known = 0;
  /** Where the last look has ended before the log did, and how many known pieces are still to come. */
  private rest: Rest | undefined;

  constructor(
    private readonly server: Logs,
    private readonly run: string,
    private readonly submission: string,
  ) {}

  /** What the log has got since the last look, or the next part of it. */
  async look(): Promise<readonly LogPiece[]> {
    const { rest } = this;
    // The earliest time that there is has none before it.
    const early = this.last > EARLIEST ? new Date(this.last - 1).toISOString() : undefined;
    const since = rest ? rest.since : early;
    const found: LogPiece[] = [];
    let token = rest?.token;
    for (let page = 0, size = 0; page < PAGES && size < BYTES; page++) {
      const { pieces, nextToken } = await this.server.logs(this.run, this.submission, since, token);
      found.push(...pieces);
      size += pieces.reduce((sum, { bytes }) => sum + bytes.length, 0);
      token = nextToken;
      if (token === undefined) break;
    }
    const known = rest?.known ?? this.known;
    const ofLast = found.filter(({ time }) => time === this.last).length;
    this.rest =
      token === undefined ? undefined : { since, token, known: Math.max(known - ofLast, 0) };
    return this.onlyNew(found, known);
  }

  /** What is new of pieces of which the first `known` of the last time are not. */
  private onlyNew(found: readonly LogPiece[], known: number): readonly LogPiece[] {
    const ofLast = found.filter(({ time }) => time === this.last).slice(known);
    const fresh = [...ofLast, ...found.filter(({ time }) => time > this.last)];
    const newest = fresh.at(-1)?.time;
    if (newest === undefined) return [];
    const ofNewest = fresh.filter(({ time }) => time === newest).length;
    this.known = newest === this.last ? this.known + ofNewest : ofNewest;
    this.last = newest;
    return fresh;
  }
}
