import { isMap, isPair, isScalar, isSeq, parseDocument, visit, type Document } from 'yaml';
import type { LiveFailure, RejectedPlace } from '../failure';

/** Offsets in a text, and what the server says about what is there. */
export interface Refusal {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

type Span = readonly [start: number, end: number];

/**
 * Where in a file is what a server rejects: at the paths that it names, else at a name that it quotes, else at the type.
 * There is at least one place.
 */
export function refusalsIn(text: string, { places, message }: LiveFailure): readonly Refusal[] {
  const document = parseDocument(text, { version: '1.1', logLevel: 'silent' });
  const found = places.flatMap((place) => {
    const span = spanAt(document, place);
    return span ? [{ start: span[0], end: span[1], message: place.message }] : [];
  });
  if (found.length > 0) return found;
  const [start, end] = spanOfName(document, message) ?? spanOfKey(document, 'type') ?? [0, 0];
  return [{ start, end, message }];
}

/**
 * The deepest part of a path that the file has: a key that is not wanted, or a value that is not right. Paths of pydantic
 * have more in them, such as the type of a variant, which is left out.
 */
function spanAt({ contents }: Document, { path }: RejectedPlace): Span | undefined {
  let node: unknown = contents;
  let span: Span | undefined;
  for (const key of path) {
    if (isSeq(node) && typeof key === 'number') {
      node = node.items[key];
      span = rangeOf(node) ?? span;
    } else if (isMap(node)) {
      const pair = node.items.find((one) => isScalar(one.key) && one.key.value === key);
      if (!pair) continue;
      node = pair.value;
      span = rangeOf(pair.key) ?? span;
      if (isScalar(node) && node.value !== null && key !== path.at(-1))
        span = rangeOf(node) ?? span;
    }
  }
  return span;
}

/** The value that has a name which the message quotes, such as `nope:/data` for `Volume ['nope'] not found`. */
function spanOfName(document: Document, message: string): Span | undefined {
  const names = [...message.matchAll(/['"`]([\w.\/-]{1,100})['"`]/g)].map(([, name]) => name);
  let span: Span | undefined;
  visit(document, {
    Scalar(key, node) {
      const value = typeof node.value === 'string' ? node.value : undefined;
      if (key === 'key' || value === undefined) return undefined;
      if (!names.some((name) => value === name || value.startsWith(`${String(name)}:`)))
        return undefined;
      span = rangeOf(node);
      return visit.BREAK;
    },
  });
  return span;
}

function spanOfKey({ contents }: Document, name: string): Span | undefined {
  if (!isMap(contents)) return undefined;
  const pair = contents.items.find(
    (one) => isPair(one) && isScalar(one.key) && one.key.value === name,
  );
  return pair && rangeOf(pair.key);
}

function rangeOf(node: unknown): Span | undefined {
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
  const { range } = node;
  return range ? [range[0], range[1]] : undefined;
}
