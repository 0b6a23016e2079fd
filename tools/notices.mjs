// The code of other people in our bundles, and the notices that its licences require.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the build writes the notices, which are shipped. */
export const NOTICES = 'dist/ThirdPartyNotices.txt';

/**
 * The packages of which esbuild has put anything into an output, sorted by name and version, with the texts of their
 * licences. Throws if a package has none: it could not be shipped.
 */
export function bundledPackages(metafiles) {
  const inputs = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const folders = new Set(inputs.flatMap(([path]) => packageFolder(path) ?? []));
  const packages = [...folders].map(readPackage);
  const byName = new Map(packages.map((one) => [`${one.name} ${one.version}`, one]));
  return [...byName.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** One section per text, with its packages. */
export function noticesText(packages) {
  const byText = new Map();
  for (const one of packages) byText.set(one.text, [...(byText.get(one.text) ?? []), one]);
  const sections = [...byText].map(([text, users]) => {
    const names = users.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    return `${names.join('\n')}\n\n${text}\n`;
  });
  const line = '-'.repeat(80);
  return `This product contains parts of the following packages.\n\n${line}\n${sections.join(`\n${line}\n`)}`;
}

/** The folder of the innermost package that a path lies in; undefined for our own files. */
function packageFolder(path) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path.replaceAll('\\', '/'))?.[0];
}

function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) =>
    /^(?:licen[cs]e|copying|notice|third-?party-?notices)/i.test(file),
  );
  if (files.length === 0)
    throw new Error(`${name} ${version} comes without the text of its licence`);
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8'));
  const text = texts.join('\n').replace(/\r\n?/g, '\n').trim();
  return { name, version, licence: license, text };
}
