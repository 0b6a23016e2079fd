import { writeFileSync } from 'node:fs';
import { lookup } from '../../server/src/language/base/lookup';
import { repositoryPath } from '../../test/support/repository';
import { readTexts } from '../../test/support/manifest';
import { KINDS, LANGUAGES } from './bundles';

for (const { fileOf, english } of KINDS) {
  const keys = Object.keys(english);
  for (const language of LANGUAGES) {
    const file = fileOf(language);
    const before = readTexts(file);
    const after = Object.fromEntries(keys.map((key) => [key, lookup(before, key) ?? '']));
    writeFileSync(repositoryPath(file), `${JSON.stringify(after, null, 2)}\n`);
    const open = keys.filter((key) => after[key] === '');
    console.log(
      `${file}: ${String(keys.length)} texts, ${String(open.length)} without a translation`,
    );
    for (const key of open) console.log(`  ${JSON.stringify(english[key])}`);
  }
}
