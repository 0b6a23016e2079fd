import { Json } from './json';

/** A piece of a log: a job writes bytes, so a piece may end within a character. */
export interface LogPiece {
  /** As the server writes it, for the next request. */
  readonly timestamp: string;
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
  const [timestamp, message] = [json.get('timestamp').raw, json.get('message').raw];
  if (timestamp === undefined || message === undefined || Number.isNaN(Date.parse(timestamp)))
    return [];
  return [{ timestamp, bytes: Buffer.from(message, 'base64') }];
}
