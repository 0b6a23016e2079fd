import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../server/src/language';
import { lookup, recordOf } from '../../server/src/language/base/lookup';
import { readSettings } from '../../server/src/lsp/settings';
import { AT_A_PLACE, OF_A_DOCUMENT, Subject } from '../support/check/every-feature';
import { workspaceOf } from '../support/check/workspace';
import { table } from '../support/table';

/** What every object has without having been given it. */
const NAMES = Object.getOwnPropertyNames(Object.prototype);

/** Files with a name at every kind of place where code may look something up by it. */
const PLACES: Readonly<Record<string, (name: string) => string>> = {
  'the namespace of an expression in commands': (name) =>
    `type: task\ncommands: ["\${{ ${name}.x }}"]\n`,
  'the name of an expression': (name) => `type: task\ncommands: ["\${{ run.${name} }}"]\n`,
  'a whole expression': (name) => `type: task\ncommands: ["\${{ ${name} }}"]\n`,
  'an expression in env': (name) => `type: task\ncommands: [a]\nenv: ["A=\${{ ${name}.x }}"]\n`,
  'an expression in registry_auth': (name) =>
    `type: task\nimage: a\ncommands: [a]\nregistry_auth: {username: a, password: "\${{ ${name}.x }}"}\n`,
  'an expression in the name of a volume': (name) =>
    `type: task\ncommands: [a]\nvolumes: ["\${{ ${name}.x }}:/a"]\n`,
  'an expression in domain': (name) =>
    `type: gateway\nname: a\nbackend: aws\nregion: eu-west-1\ndomain: "\${{ ${name}.x }}.a.com"\n`,
  'an expression in init': (name) => `type: dev-environment\ninit: ["\${{ ${name}.x }}"]\n`,
  'an expression in a probe': (name) =>
    `type: service\nport: 80\ncommands: [a]\nprobes: [{type: http, url: "/\${{ ${name}.x }}"}]\n`,
  'a key': (name) => `type: task\ncommands: [a]\n${name}: 1\n`,
  'a key without a type': (name) => `${name}: 1\n`,
  'a key in resources': (name) => `type: task\ncommands: [a]\nresources: {${name}: 1}\n`,
  'a key in gpu': (name) => `type: task\ncommands: [a]\nresources: {gpu: {${name}: 1}}\n`,
  'the type': (name) => `type: ${name}\n`,
  'the type of a probe': (name) =>
    `type: service\nport: 80\ncommands: [a]\nprobes: [{type: ${name}}]\n`,
  'the format of a model': (name) =>
    `type: service\nport: 80\ncommands: [a]\nmodel: {name: a, type: chat, format: ${name}}\n`,
  'a backend': (name) => `type: task\ncommands: [a]\nbackends: [${name}]\n`,
  'the backend of a volume': (name) =>
    `type: volume\nname: a\nbackend: ${name}\nregion: ${name}\nsize: 1GB\n`,
  'the backend of a gateway': (name) =>
    `type: gateway\nname: a\nbackend: ${name}\nregion: ${name}\nload_balancer: true\n`,
  'the type of a certificate': (name) =>
    `type: gateway\nname: a\nbackend: aws\nregion: b\ncertificate: {type: ${name}}\n`,
  'a region': (name) =>
    `type: task\ncommands: [a]\nregions: [${name}]\navailability_zones: [${name}]\n`,
  'an instance type': (name) => `type: task\ncommands: [a]\ninstance_types: [${name}]\n`,
  'a GPU': (name) => `type: task\ncommands: [a]\nresources: {gpu: ${name}}\n`,
  'a GPU with a size': (name) => `type: task\ncommands: [a]\nresources: {gpu: "${name}:80GB:2"}\n`,
  'the vendor of a GPU': (name) =>
    `type: task\ncommands: [a]\nresources: {gpu: {vendor: ${name}, name: ${name}}}\n`,
  'the architecture of a processor': (name) =>
    `type: task\ncommands: [a]\nresources: {cpu: "${name}:4"}\n`,
  'an IDE': (name) => `type: dev-environment\nide: ${name}\n`,
  'a variable in a list': (name) =>
    `type: task\ncommands: ["echo $${name} \${${name}}"]\nenv: [${name}, ${name}=1]\n`,
  'a variable in a mapping': (name) => `type: task\ncommands: [a]\nenv: {${name}: 1}\n`,
  'a tag': (name) =>
    `type: volume\nname: a\nbackend: aws\nregion: b\nsize: 1GB\ntags: {${name}: a}\n`,
  'the name of a run': (name) => `type: task\nname: ${name}\ncommands: [a]\n`,
  'a fleet': (name) => `type: task\ncommands: [a]\nfleets: [${name}]\n`,
  'the name of a group': (name) =>
    `type: task\ngroups: [{name: ${name}, commands: [a]}, {name: ${name}, commands: [b]}]\n`,
  'the name of a volume': (name) =>
    `type: task\ncommands: [a]\nvolumes: [${name}:/a, /a:/${name}]\n`,
  'the name of a gateway': (name) => `type: service\nport: 80\ncommands: [a]\ngateway: ${name}\n`,
  'an image': (name) => `type: task\nimage: ${name}/${name}:${name}\ncommands: [a]\n`,
  'the host of an image': (name) => `type: task\nimage: ${name}.io/a\ncommands: [a]\n`,
  'a host': (name) => `type: fleet\nname: a\nssh_config: {user: a, hosts: [${name}]}\n`,
  'the name of a profile': (name) => `profiles: [{name: ${name}, ${name}: 1}]\n`,
  'an anchor': (name) => `type: task\ncommands: &${name} [a]\ninit: *${name}\nx: {<<: *${name}}\n`,
  'an alias of nothing': (name) => `type: task\ncommands: *${name}\n`,
  'a YAML tag': (name) => `type: task\ncommands: !${name} [a]\nname: !!${name} b\n`,
  'a suppression': (name) =>
    `type: task\ncommands: [a]\n# dstack-disable-next-line ${name}\nname: a\n`,
  'a suppression of a file': (name) => `# dstack-disable-file ${name}\ntype: task\ncommands: [a]\n`,
  'an unfinished key': (name) => `type: task\ncommands: [a]\n${name}`,
  'an unfinished value': (name) =>
    `type: task\ncommands: [a]\nresources:\n  gpu: ${name}:\n  ${name}`,
};

/** A word of the same shape that no object knows. */
function unknownOf(name: string): string {
  return name.replace(/[a-z]/g, 'q').replace(/[A-Z]/g, 'Q');
}

function problemsOf(text: string): readonly string[] {
  const { problems } = new Analysis({ uri: 'file:///w/.dstack.yml', text });
  return problems.map(({ code, span }) => `${code} ${String(span.start)}-${String(span.end)}`);
}

for (const [place, text] of Object.entries(PLACES)) {
  table(`inherited names: ${place} is any other word`, NAMES, (name) => {
    const source = text(name);
    assert.deepEqual(problemsOf(source), problemsOf(text(unknownOf(name))), source);
    const subject = new Subject({ uri: `file:///w/${name}/.dstack.yml`, text: source });
    for (const feature of Object.values(OF_A_DOCUMENT)) feature(subject);
    for (let offset = source.indexOf(name); offset >= 0;) {
      for (const at of [offset, offset + name.length]) {
        const position = subject.alone.tree.lines.position(at);
        for (const feature of Object.values(AT_A_PLACE)) feature(subject, position);
      }
      offset = source.indexOf(name, offset + 1);
    }
  });
}

for (const namespace of [...NAMES, 'foo']) {
  test(`inherited names: \${{ ${namespace}.x }} is an error, as any unknown name`, () => {
    const text = `type: task\ncommands: ["\${{ ${namespace}.x }}"]\npythn: 1\n`;
    const { problems } = new Analysis({ uri: 'file:///w/.dstack.yml', text });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['unknown-reference', 'unknown-key'],
    );
  });
}

table('inherited names: as names of files and of what files declare', NAMES, (name) => {
  const uri = `file:///w/${name}/${name}.dstack.yml`;
  const workspace = workspaceOf(uri);
  for (const [at, text] of [
    [uri, `type: fleet\nname: ${name}\nnodes: 1\n`],
    [`${uri}.dstack.yml`, `type: task\ncommands: [a]\nfleets: [${name}]\n`],
  ] as const) {
    const subject = new Subject({ uri: at, text });
    workspace.index.put(subject.alone.summary);
    for (const feature of Object.values(OF_A_DOCUMENT)) feature(subject);
  }
  workspace.index.complete = true;
});

table('inherited names: as settings', NAMES, (name) => {
  assert.deepEqual(readSettings({ [name]: { [name]: true }, format: name }), readSettings({}));
});

table('inherited names: a look-up finds what a record holds itself', NAMES, (name) => {
  assert.equal(lookup({ a: 1 }, name), undefined);
  assert.equal(lookup(recordOf([[name, 1]]), name), 1);
});

test('a look-up in nothing finds nothing', () => {
  assert.equal(lookup(undefined, 'a'), undefined);
});
