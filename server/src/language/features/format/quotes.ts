import { span } from '../../base/span';
import type { Token } from '../../yaml/tokens';
import type { Change } from './change';

export type QuoteStyle = 'keep' | 'single' | 'double';

const QUOTES = { single: "'", double: '"' };

/** Changes quotes whose content means the same in both styles: no quotes, no backslashes, on one line. */
export function* quotes(
  text: string,
  tokens: readonly Token[],
  style: QuoteStyle,
): Generator<Change> {
  if (style === 'keep') return;
  const quote = QUOTES[style];
  for (const token of tokens) {
    if (token.kind !== 'scalar') continue;
    const other = text[token.start];
    if (other === quote || (other !== '"' && other !== "'") || !isQuoted(token)) continue;
    if (/['"\\\n\r]/.test(text.slice(token.start + 1, token.end - 1))) continue;
    yield { span: span(token.start, token.start + 1), text: quote };
    yield { span: span(token.end - 1, token.end), text: quote };
  }
}

function isQuoted(token: Token): boolean {
  return token.kind === 'scalar' && (token.style === 'single' || token.style === 'double');
}
