import { Transform, Writable, type TransformCallback } from 'node:stream';

/** Bytes of a header; LSP has two short lines. */
const LONGEST_HEADER = 1024;

/** Bytes of a message. A text of a megabyte with every character escaped has six megabytes. */
const LONGEST_MESSAGE = 256 * 1024 * 1024;

/** Bytes that may wait for the client; beyond them, nothing more is read from it. */
const MOST_WAITING = 16 * 1024 * 1024;

/**
 * Passes on what a client sends while its framing is valid. After one wrong header the start of the next message is
 * unknown: `refuse` gets the reason, and nothing more is passed on.
 */
export class Framing extends Transform {
  private header = '';
  /** Bytes of the message that are still to come. */
  private left = 0;
  private isRefused = false;
  private complete = 0;

  constructor(
    private readonly refuse: (reason: string) => void,
    private readonly output: Writable,
  ) {
    super();
  }

  /** Number of messages that were passed on. */
  get messages(): number {
    return this.complete;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const reason = this.isRefused ? undefined : this.check(chunk);
    if (reason !== undefined) {
      this.isRefused = true;
      this.refuse(reason);
    }
    if (!this.isRefused) this.push(chunk);
    if (this.output.writableLength > MOST_WAITING) this.output.once('drain', () => done());
    else done();
  }

  /** What is wrong with the framing; undefined if nothing is wrong so far. */
  private check(chunk: Buffer): string | undefined {
    for (let at = 0; at < chunk.length;) {
      if (this.left > 0) {
        const taken = Math.min(this.left, chunk.length - at);
        this.left -= taken;
        at += taken;
        if (this.left === 0) this.complete++;
        continue;
      }
      this.header += String.fromCharCode(chunk[at++] ?? 0);
      if (this.header.endsWith('\r\n\r\n')) {
        const length = lengthIn(this.header);
        if (typeof length === 'string') return length;
        this.header = '';
        this.left = length;
        if (length === 0) this.complete++;
      } else if (!/(?:^|[^\r])(?:[\t -~]|\r\n?)$/.test(this.header.slice(-3))) {
        return 'a header has an invalid character, or a line that does not end with CR LF';
      } else if (this.header.length > LONGEST_HEADER) return 'a header is not terminated';
    }
    return undefined;
  }
}

/** The length in a header, in bytes, or what is wrong with it. */
function lengthIn(header: string): number | string {
  const lines = header.trimEnd().split('\r\n');
  if (!lines.every((line) => line.includes(':'))) return 'a line of a header has no colon';
  const lengths = [...header.matchAll(/^content-length:[ \t]*([^\r]*?)[ \t]*$/gim)];
  const digits = lengths[0]?.[1];
  if (digits === undefined) return 'a header has no Content-Length';
  // The reader takes the last one, and could read another message than is counted here.
  if (lengths.length > 1) return 'a header has several Content-Lengths';
  if (!/^[0-9]{1,15}$/.test(digits)) return 'a Content-Length is not a number of bytes';
  return Number(digits) > LONGEST_MESSAGE ? 'a message is too long' : Number(digits);
}

/** Accepts all output at once, so everything that waits for the client is in `output`, where it is counted. */
export function sender(output: Writable): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      output.write(chunk);
      done();
    },
  });
}
