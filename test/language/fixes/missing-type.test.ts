import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { fixesFor } from '../../../server/src/language/fixes';

/** The offered fixes of a file without a type, and the preferred one. */
function offered(text: string) {
  const analysis = new Analysis({ uri: 'file:///.dstack.yml', text });
  const fixes = analysis.problems.flatMap((problem) => fixesFor(analysis, problem));
  return {
    titles: fixes.map(({ title }) => title),
    preferred: fixes.find(({ preferred }) => preferred)?.title,
  };
}

for (const [what, text] of Object.entries({
  'a file of Kubernetes': 'apiVersion: v1\nkind: Pod\n',
  'a file of Docker Compose': 'volumes: 1\nservices: {}\n',
  'a file with only a name': 'name: a\n',
  'a file with nothing known': 'foo: 1\n',
})) {
  test(`${what}: no type is preferred, since none is likelier`, () => {
    assert.equal(offered(text).preferred, undefined);
  });
}

test('nothing tells the type: those of runs are offered first', () => {
  assert.deepEqual(offered('foo: 1\n').titles, [
    'Add `type: dev-environment`',
    'Add `type: task`',
    'Add `type: service`',
  ]);
});

for (const [text, type] of [
  ['commands: [a]\n', 'task'],
  ['name: a\nport: 80\ncommands: [a]\n', 'service'],
  ['name: a\nide: vscode\n', 'dev-environment'],
  ['name: a\nnodes: 1\nplacement: cluster\n', 'fleet'],
  ['name: a\ndomain: a.b\nbackend: aws\nregion: a\n', 'gateway'],
  ['size: 100GB\nbackend: aws\nregion: a\n', 'volume'],
] as const) {
  test(`the properties of \`${text.replaceAll('\n', ' ').trim()}\` tell its type`, () => {
    assert.equal(offered(text).preferred, `Add \`type: ${type}\``);
  });
}
