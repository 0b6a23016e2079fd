import type { Span } from '../../base/span';
import { refuseMissingColon } from './missing-colon';
import type { Reader } from './reader';

/** A place where a key may have started, if a `:` follows. */
export interface PossibleKey extends Span {
  /** The token that starts the key, counted from the start of the text. */
  readonly tokenNumber: number;
  /** Whether only a key is valid here. */
  readonly required: boolean;
  readonly flowLevel: number;
  readonly line: number;
  readonly column: number;
}

/** A key without `?` is at most this many characters long. */
const MAX_LENGTH = 1024;

/** The places where keys may have started: at most one per flow level. Mirrors the simple keys of `yaml.scanner`. */
export class SimpleKeys {
  /** Outer levels first, so the first is the oldest. */
  private readonly keys: PossibleKey[] = [];

  constructor(private readonly reader: Reader) {}

  get oldest(): PossibleKey | undefined {
    return this.keys[0];
  }

  /** Notes that a key may start here; it replaces an earlier one of the level. */
  add(tokenNumber: number, flowLevel: number, required: boolean): void {
    this.drop(flowLevel);
    const { offset: start, line, column } = this.reader;
    this.keys.push({ tokenNumber, required, flowLevel, start, end: start, line, column });
  }

  /** Removes and returns the key of a level, for the `:` that follows it. */
  take(flowLevel: number): PossibleKey | undefined {
    return this.keys.at(-1)?.flowLevel === flowLevel ? this.keys.pop() : undefined;
  }

  /** Forgets the key of a level, because something else than a `:` follows. */
  drop(flowLevel: number): void {
    const key = this.take(flowLevel);
    if (key?.required) refuseMissingColon(this.reader.text, key.start);
  }

  /** Forgets keys for which a `:` would come too late. */
  dropStale(): void {
    const { keys, reader } = this;
    for (let key = keys[0]; key; key = keys[0]) {
      if (key.line === reader.line && this.fits(key)) return;
      if (key.required) refuseMissingColon(reader.text, key.start);
      keys.shift();
    }
  }

  private fits(key: PossibleKey): boolean {
    const { reader } = this;
    if (reader.offset - key.start <= MAX_LENGTH) return true;
    return reader.charactersSince(key.start) <= MAX_LENGTH;
  }
}
