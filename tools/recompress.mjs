// Makes a ZIP archive smaller without a change of its files: what compresses slowly unpacks as fast.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { obtainPackage } from './cache.mjs';

/** Google's Zopfli as WebAssembly: 5% smaller than zlib, in a hundred times as long. */
const ZOPFLI = '1.0.15';

const [LOCAL, ENTRY, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const DEFLATED = 8;

/** The archive with each file compressed anew. It has no comment, no encryption and less than 4 GB. */
export async function recompressed(archive) {
  const { deflateAsync } = obtainZopfli();
  const [bodies, entries] = [[], []];
  let offset = 0;
  for (const { entry, name, packed } of entriesOf(archive)) {
    const isDeflated = entry.readUInt16LE(10) === DEFLATED;
    const smaller = isDeflated
      ? Buffer.from(await deflateAsync(inflateRawSync(packed), { numiterations: 1 }))
      : packed;
    const content = smaller.length < packed.length ? smaller : packed;
    // Sizes are in the header, not after the file.
    entry.writeUInt16LE(entry.readUInt16LE(8) & ~8, 8);
    entry.writeUInt32LE(content.length, 20);
    entry.writeUInt32LE(offset, 42);
    const body = [localHeader(entry, name), name, content];
    bodies.push(...body);
    entries.push(entry);
    offset += body.reduce((sum, { length }) => sum + length, 0);
  }
  const directory = Buffer.concat(entries);
  return Buffer.concat([...bodies, directory, end(entries.length, directory.length, offset)]);
}

/** Installs Zopfli into the cache on first use, and loads it. */
export function obtainZopfli() {
  const folder = obtainPackage('@gfx/zopfli', ZOPFLI);
  return createRequire(join(folder, 'package.json'))('@gfx/zopfli');
}

/** The files: the entry in the directory, without what a file system adds, the name, and the packed content. */
function* entriesOf(archive) {
  const last = archive.length - 22;
  if (archive.readUInt32LE(last) !== END) throw new Error('This is not a ZIP archive.');
  let at = archive.readUInt32LE(last + 16);
  for (let left = archive.readUInt16LE(last + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new Error('The ZIP archive is damaged.');
    const [name, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
    const entry = Buffer.from(archive.subarray(at, at + 46 + name));
    entry.writeUInt16LE(0, 30);
    entry.writeUInt16LE(0, 32);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    yield { entry, name: entry.subarray(46), packed };
    at += 46 + name + extra + comment;
  }
}

/** The same facts as in the directory, in another order. */
function localHeader(entry, name) {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(LOCAL, 0);
  entry.copy(header, 4, 6, 28);
  header.writeUInt16LE(name.length, 26);
  return header;
}

function end(count, size, offset) {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(END, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
