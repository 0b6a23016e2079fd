import type { Position } from 'vscode-languageserver';
import { property } from '../property';

/** Gives the place of a position of a file; the position itself if it has the same one. */
type Translate = (uri: string, position: Position) => Position;

/** What the client sends back as it is. */
const OPAQUE = 'data';

/** The one range in an object with a URI that is in another file: in that of the request. */
const OF_THE_REQUEST = 'originSelectionRange';

/** Has edits by URI. */
const BY_URI = 'changes';

/**
 * A part of a message of LSP with all its positions translated. Each is in the file whose URI is nearest around it, else
 * in the file `uri`. What has no other positions is not copied.
 */
export function translated<T>(part: T, uri: string, translate: Translate): T {
  const visit = (value: unknown, around: string): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return mapped(value, (item) => visit(item, around));
    if (isPosition(value)) return translate(around, value);
    const own = uriIn(value) ?? around;
    let copy: Record<string, unknown> | undefined;
    for (const [key, inner] of Object.entries(value)) {
      const after = key === BY_URI ? edits(inner) : visitKey(key, inner, own, around);
      if (after !== inner) copy = { ...(copy ?? value), [key]: after };
    }
    return copy ?? value;
  };
  const visitKey = (key: string, value: unknown, own: string, around: string) =>
    key === OPAQUE ? value : visit(value, key === OF_THE_REQUEST ? around : own);
  const edits = (byUri: unknown): unknown =>
    Object.fromEntries(
      Object.entries(byUri ?? {}).map(([file, list]: [string, unknown]) => [
        file,
        visit(list, file),
      ]),
    );
  return visit(part, uri) as T;
}

function mapped(list: readonly unknown[], change: (item: unknown) => unknown): readonly unknown[] {
  const after = list.map(change);
  return after.some((item, index) => item !== list[index]) ? after : list;
}

/** Whether a value is a position of LSP. */
export function isPosition(value: unknown): value is Position {
  return (
    typeof property(value, 'line') === 'number' && typeof property(value, 'character') === 'number'
  );
}

/** The URI of what an object is about: of a location, a link, or the edits of a document. */
function uriIn(value: object): string | undefined {
  const document = property(value, 'textDocument');
  const uris = [property(value, 'uri'), property(value, 'targetUri'), property(document, 'uri')];
  return uris.find((uri) => typeof uri === 'string');
}
