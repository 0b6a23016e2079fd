import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { repositoryPath } from '../support/repository';
import { table } from '../support/table';

const SCHEMA = 'server/src/language/schema';

/** A property, a value of it, what is known of its neighbours, and the file of the schema that has them. */
const PLACES: readonly (readonly [string, string | null, readonly string[], string])[] = [
  ['scaling.cooldown', null, ['scaling.metric', 'scaling.target', 'scaling.window'], 'scaling.ts'],
  ['Gateway.logging', null, ['Gateway.certificate', 'Gateway.public_ip'], 'gateway.ts'],
  ['backends', 'mars', ['aws', 'gcp', 'runpod', 'vastai'], 'backends.ts'],
  ['python', '3.16', ['3.9', '3.14', '3.15'], 'container.ts'],
  ['nothing.like.it', null, [], ''],
];

table('a change of dstack names the file of its neighbours', PLACES, (place) => {
  const [path, value, known, file] = place;
  const facts = {
    properties: value === null ? Object.fromEntries(known.map((one) => [one, {}])) : {},
    values: { [path]: value === null ? [] : known },
  };
  const tool = pathToFileURL(repositoryPath('tools/dstack-release/schema-file.mjs')).href;
  const asked = [path, value ?? undefined, facts].map((one) => JSON.stringify(one) ?? 'undefined');
  const code = `import(${JSON.stringify(tool)}).then((m) => console.log(m.schemaFileOf(${asked.join()})))`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', code], {
    cwd: repositoryPath(),
    encoding: 'utf8',
  });
  assert.equal(stdout.trim(), file === '' ? SCHEMA : `${SCHEMA}/${file}`, stderr);
});
