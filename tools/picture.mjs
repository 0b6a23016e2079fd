// Writes the pictures of the README as small as possible without visible loss: they are shipped with the extension.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { obtainPackage } from './cache.mjs';

const SHARP = '0.35.5';

/** Writes a PNG file with a palette of 16 colours, which is enough for text. `picture` is the content of a PNG file. */
export async function writePicture(picture, file) {
  const folder = obtainPackage('sharp', SHARP);
  const module = pathToFileURL(join(folder, 'node_modules/sharp/dist/index.mjs')).href;
  const { default: sharp } = await import(module);
  await sharp(picture).png({ palette: true, colours: 16, dither: 0, effort: 10 }).toFile(file);
}
