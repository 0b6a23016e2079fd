import type { Position, Range } from 'vscode-languageserver-types';

/** The text of a file by its URI; undefined if there is none. */
export type Texts = (uri: string) => string | undefined;

/** A position of UTF-16 in bytes of UTF-8; what is after the end of its line is as far after it. */
export function positionInUtf8(text: string, { line, character }: Position): Position {
  const own = text.split(/\r\n|\n|\r/)[line] ?? '';
  const after = Math.max(character - own.length, 0);
  return { line, character: Buffer.byteLength(own.slice(0, character)) + after };
}

/** The same for both ends of a range. */
export function rangeInUtf8(text: string, { start, end }: Range): Range {
  return { start: positionInUtf8(text, start), end: positionInUtf8(text, end) };
}

type Part = Readonly<Record<string, unknown>>;

/**
 * What a server says in UTF-8, from what it says in UTF-16 about the document `uri`. Nothing here is of the server: it
 * knows LSP's names.
 */
export function inUtf8(answer: unknown, uri: string, texts: Texts): unknown {
  if (Array.isArray(answer)) return answer.map((item) => inUtf8(item, uri, texts));
  if (typeof answer !== 'object' || answer === null) return answer;
  const part = answer as Part;
  if ('line' in part && 'character' in part)
    return positionInUtf8(texts(uri) ?? '', part as unknown as Position);
  const edited = part['textDocument'] as { readonly uri: string } | undefined;
  const own = (part['uri'] ?? part['targetUri'] ?? edited?.uri ?? uri) as string;
  const entries = Object.entries(part).map(([key, value]): [string, unknown] => {
    if (key === 'data' && isTokens(value)) return [key, tokensInUtf8(value, texts(uri) ?? '')];
    if (key === 'originSelectionRange') return [key, inUtf8(value, uri, texts)];
    const byUri = key === 'changes' || key === 'relatedDocuments';
    return [key, byUri ? ofFiles(value as Part, texts) : inUtf8(value, own, texts)];
  });
  return Object.fromEntries(entries);
}

function ofFiles(byUri: Part, texts: Texts): Part {
  const files = Object.entries(byUri);
  return Object.fromEntries(files.map(([uri, value]) => [uri, inUtf8(value, uri, texts)]));
}

function isTokens(data: unknown): data is readonly number[] {
  return Array.isArray(data) && data.length > 0 && data.every((one) => typeof one === 'number');
}

/** Semantic tokens: each is read as a range, and written relative to the one before again. */
export function tokensInUtf8(data: readonly number[], text: string): number[] {
  const written: number[] = [];
  let last = { line: 0, character: 0 };
  let lastInUtf8 = last;
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, ...kind] = data.slice(at, at + 5);
    const line = last.line + down;
    last = { line, character: down === 0 ? last.character + right : right };
    const end = { line, character: last.character + length };
    const [from, to] = [positionInUtf8(text, last), positionInUtf8(text, end)];
    const before = down === 0 ? lastInUtf8.character : 0;
    written.push(down, from.character - before, to.character - from.character, ...kind);
    lastInUtf8 = from;
  }
  return written;
}
