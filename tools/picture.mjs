// Writes the pictures of the README as small as possible without visible loss: they are shipped with the extension.
// `node tools/picture.mjs` draws images/icon.png from images/icon.svg.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { obtainPackage } from './cache.mjs';

const SHARP = '0.35.5';

/** Pixels of a side of the icon: galleries show it with half as many, on screens with two pixels for each. */
const ICON = 256;

/** Colours of a picture, which are enough for text; PNG has no palette between 4 and 16. */
const COLOURS = 16;

/** Writes a WebP file without loss, after few colours are left. `picture` is a PNG. */
export async function writePicture(picture, file) {
  const sharp = await obtainSharp();
  const few = await sharp(picture).png({ palette: true, colours: COLOURS, dither: 0 }).toBuffer();
  // Without loss, `quality` is how long it looks for a smaller file.
  await sharp(few).webp({ lossless: true, quality: 100, effort: 6 }).toFile(file);
}

async function drawIcon() {
  const sharp = await obtainSharp();
  const drawn = sharp(readFileSync('images/icon.svg')).resize(ICON, ICON);
  await drawn.png({ palette: true, effort: 10 }).toFile('images/icon.png');
}

async function obtainSharp() {
  const folder = obtainPackage('sharp', SHARP);
  const module = pathToFileURL(join(folder, 'node_modules/sharp/dist/index.mjs')).href;
  return (await import(module)).default;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await drawIcon();
