/** Characters of a link, at most: what browsers, chats and issue trackers keep whole. */
const MAX_LINK = 30_000;

/** Bytes of a file in a link, at most: as much as is checked. A small link can hold far more. */
const MAX_FILE = 1_000_000;

const FORMAT = 'deflate-raw';

/** What a link holds. */
export interface Shared {
  readonly text: string;
  /** The version of dstack to check against; undefined for the newest. */
  readonly release: string | undefined;
}

/** A link that holds no file; the message is for the user. */
export class LinkError extends Error {}

/** What comes after `#` in the link to a file, as `dstack=VERSION&file=TEXT`; undefined if that would be too long. */
export async function linkTo({ text, release }: Shared): Promise<string | undefined> {
  const parts = new URLSearchParams();
  if (release !== undefined) parts.set('dstack', release);
  if (text !== '') {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length > MAX_FILE) return undefined;
    const packed = await bytesOf(new CompressionStream(FORMAT), bytes, MAX_LINK);
    if (!packed) return undefined;
    parts.set('file', toBase64Url(packed));
  }
  const link = parts.toString();
  return link.length > MAX_LINK ? undefined : link;
}

/**
 * The file of a link, from what comes after `#`; undefined if there is none. Throws a `LinkError` for what cannot come
 * from `linkTo`.
 */
export async function readLink(link: string): Promise<Shared | undefined> {
  if (link === '') return undefined;
  if (link.length > MAX_LINK)
    throw new LinkError(
      `The link has ${String(link.length)} characters, at most ${String(MAX_LINK)} are read.`,
    );
  const parts = new URLSearchParams(link);
  const release = parts.get('dstack') ?? undefined;
  if (release !== undefined && !/^\d{1,4}\.\d{1,4}(\.\d{1,6})?$/.test(release))
    throw new LinkError('The link names no version of dstack: it should be like dstack=0.20.');
  const file = parts.get('file');
  if (file === null && release === undefined) throw damaged();
  return { text: file === null ? '' : await unpacked(file), release };
}

async function unpacked(file: string): Promise<string> {
  const bytes = await bytesOf(new DecompressionStream(FORMAT), fromBase64Url(file), MAX_FILE).catch(
    () => {
      throw damaged();
    },
  );
  if (!bytes) throw new LinkError(`The file in the link has more than ${String(MAX_FILE)} bytes.`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw damaged();
  }
}

const damaged = () =>
  new LinkError(
    'The link is damaged: what comes after # is not a file of this page. Ask for it again.',
  );

/** What a stream makes of some bytes; undefined if that is more than `most` bytes, of which no more is read. */
async function bytesOf(
  through: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function toBase64Url(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text)) throw damaged();
  try {
    const characters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(characters, (character) => character.charCodeAt(0));
  } catch {
    throw damaged();
  }
}
