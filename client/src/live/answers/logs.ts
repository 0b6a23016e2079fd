import { Json } from './json';

/** A piece of a log: a job writes bytes, so a piece may end within a character. */
export interface LogPiece {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly bytes: Uint8Array;
}

export interface LogPage {
  readonly pieces: readonly LogPiece[];
  readonly nextToken: string | undefined;
}

/** A page of `logs/poll`. */
export function logPageIn(answer: unknown): LogPage {
  const page = new Json(answer);
  return {
    pieces: page.get('logs').list.flatMap(pieceOf),
    nextToken: page.get('next_token').raw,
  };
}

function pieceOf(json: Json): readonly LogPiece[] {
  const [time, message] = [json.get('timestamp').time, json.get('message').raw];
  return time === undefined || message === undefined
    ? []
    : [{ time, bytes: Buffer.from(message, 'base64') }];
}
