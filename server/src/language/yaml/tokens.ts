import { Refusal } from './pyyaml/refusal';
import { Scanner } from './pyyaml/scanner';
import type { Token } from './pyyaml/token';

export type { Token } from './pyyaml/token';

/**
 * The tokens of a text that PyYAML accepts, in order; of a text that it rejects, those before the mistake. Keys without
 * `?` and the starts and ends of blocks are tokens as well, with empty spans.
 */
export function tokensOf(text: string): readonly Token[] {
  const scanner = new Scanner(text);
  const tokens: Token[] = [];
  try {
    for (let token = scanner.next(); token.kind !== 'stream-end'; token = scanner.next()) {
      tokens.push(token);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  return tokens;
}
