import type { LogPiece } from '../answers/logs';
import type { Server } from '../server';

/** Pages of one look, at most: 1,000 pieces each. */
const PAGES = 50;

/** Milliseconds since 1970: the limit of a `Date`. */
const EARLIEST = -8.64e15;

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

  constructor(
    private readonly server: Logs,
    private readonly run: string,
    private readonly submission: string,
  ) {}

  /** What the log has got since the last look. */
  async look(): Promise<readonly LogPiece[]> {
    // The earliest time that there is has none before it.
    const since = this.last > EARLIEST ? new Date(this.last - 1).toISOString() : undefined;
    const found: LogPiece[] = [];
    let token: string | undefined;
    for (let page = 0; page < PAGES; page++) {
      const { pieces, nextToken } = await this.server.logs(this.run, this.submission, since, token);
      found.push(...pieces);
      token = nextToken;
      if (token === undefined) break;
    }
    return this.onlyNew(found);
  }

  private onlyNew(found: readonly LogPiece[]): readonly LogPiece[] {
    const ofLast = found.filter(({ time }) => time === this.last).slice(this.known);
    const fresh = [...ofLast, ...found.filter(({ time }) => time > this.last)];
    const newest = fresh.at(-1)?.time;
    if (newest === undefined) return [];
    const ofNewest = fresh.filter(({ time }) => time === newest).length;
    this.known = newest === this.last ? this.known + ofNewest : ofNewest;
    this.last = newest;
    return fresh;
  }
}
