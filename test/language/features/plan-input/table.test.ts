import assert from 'node:assert/strict';
import { planInput, type Workspace } from '../../../../server/src/language';
import { analysisOf } from '../../../support/check/analysis';
import { within } from '../../../support/check/within';
import { workspaceOf } from '../../../support/check/workspace';
import { table } from '../../../support/table';
import { yaml } from '../../../support/yaml';

/** A file, what of its configuration is not as it is written or worth a look, and what is left out. */
const CONFIGURATIONS: readonly (readonly [
  text: string,
  expected: object,
  left?: readonly string[],
])[] = [
  ['{type: task, commands: [ls]}', { type: 'task', commands: ['ls'] }],
  // Shorthand stays.
  ['{type: fleet, nodes: 0..2, resources: {gpu: "A100:80GB:2"}}', { nodes: '0..2' }],
  [
    '{type: fleet, resources: {gpu: "A100:80GB:2"}, nodes: 1}',
    { resources: { gpu: 'A100:80GB:2' } },
  ],
  // YAML 1.1.
  ['{type: task, commands: [ls], nodes: 0x10}', { nodes: 16 }],
  ['{type: task, commands: [ls], privileged: yes}', { privileged: true }],
  ['{type: task, commands: [ls], ports: [1:20]}', { ports: [80] }],
  ['{type: task, commands: [ls], max_price: 1.50}', { max_price: 1.5 }],
  ['{type: task, commands: [ls], name: ~}', { name: null }],
  // Numbers that JSON does not have.
  ['{type: task, commands: [ls], max_price: .inf}', { max_price: 'inf' }],
  ['{type: task, commands: [12345678901234567890]}', { commands: ['12345678901234567890'] }],
  [
    '{type: fleet, nodes: 1, resources: {gpu: {compute_capability: 8.0}}}',
    { resources: { gpu: { compute_capability: '8.0' } } },
  ],
  // A field for text holds what Python prints.
  ['{type: task, commands: [1.0]}', { commands: ['1.0'] }],
  // Aliases, merges and repeated keys.
  ['{type: task, commands: [&c ls, *c], tags: {<<: {a: b}}}', { commands: ['ls', 'ls'] }],
  ['{type: task, commands: [ls], tags: {<<: {a: b}, c: d}}', { tags: { a: 'b', c: 'd' } }],
  ['{type: task, commands: [ls], name: first, name: second}', { name: 'second' }],
  // What is left out.
  ['{type: task, commands: [ls], env: [A=secret, B]}', { commands: ['ls'] }, ['env']],
  ['{type: task, commands: [ls], env: {A: secret}}', {}, ['env']],
  ['{type: task, commands: [ls], files: [.], repos: [.]}', {}, ['files', 'repos']],
  [
    '{type: task, image: a, registry_auth: {username: me, password: secret}}',
    { image: 'a' },
    ['registry_auth'],
  ],
  [
    '{type: fleet, ssh_config: {user: me, identity_file: ~/secret, hosts: [10.0.0.1]}}',
    { ssh_config: { user: 'me', hosts: ['10.0.0.1'] } },
    ['identity_file'],
  ],
  [
    '{type: fleet, ssh_config: {user: me, hosts: [10.0.0.1], proxy_jump: {hostname: a, user: b, identity_file: ~/secret}, identity_file: ~/secret}}',
    { ssh_config: { user: 'me', hosts: ['10.0.0.1'] } },
    ['proxy_jump', 'identity_file'],
  ],
  [
    '{type: service, port: 80, commands: [ls], probes: [{type: http, method: post, body: secret, headers: [{name: A, value: secret}]}]}',
    { probes: [{ type: 'http', method: 'post' }] },
    ['body', 'headers'],
  ],
];

table('the configuration as JSON', CONFIGURATIONS, ([text, expected, left = []]) => {
  const input = planInput(analysisOf(text));
  assert.ok(input);
  const { configuration } = input;
  const shown = Object.keys(expected).map((key) => [key, configuration[key]]);
  assert.deepEqual(JSON.parse(JSON.stringify(Object.fromEntries(shown))), expected);
  assert.deepEqual(input.left, left);
  for (const name of left) assert.ok(!JSON.stringify(configuration).includes(`"${name}"`));
  assert.doesNotMatch(JSON.stringify(input), /secret/);
});

/** A file, and its type and name; none where there is nothing to plan. */
const NAMED: readonly (readonly [
  text: string,
  named?: readonly [type: string, name: string | null],
])[] = [
  ['{type: task, commands: [ls], name: train}', ['task', 'train']],
  ['{type: volume, backend: aws, region: eu-west-1, size: 1GB}', ['volume', null]],
  ['{type: gateway, name: gw, backend: aws, region: eu-west-1}', ['gateway', 'gw']],
  // What dstack rejects.
  [''],
  ['type: [task'],
  ['{type: task}'],
  ['{type: task, commands: [ls], gpus: 1}'],
  ['{type: task, commands: [ls]}\n---\n{type: task, commands: [ls]}'],
  ['profiles: [{name: a}]'],
];

table('the type and the name', NAMED, ([text, named]) => {
  const input = planInput(analysisOf(text));
  assert.deepEqual(input && [input.type, input.name], named);
});

const FIRST = yaml`
  profiles:
    - name: other
      max_price: 1
    - name: cheap
      default: yes
      max_price: 2
      spot_policy: auto
    - name: late
      default: true
`;
const CHEAP = { name: 'cheap', default: true, max_price: 2, spot_policy: 'auto' };

/** A file, the profiles of its workspace, and the profile that applies, or what is left out. */
const PROFILES: readonly (readonly [
  text: string,
  profiles: string | undefined,
  expected: unknown,
])[] = [
  ['{type: task, commands: [ls]}', undefined, null],
  ['{type: task, commands: [ls]}', FIRST, CHEAP],
  ['{type: fleet, nodes: 1}', FIRST, CHEAP],
  ['{type: volume, backend: aws, region: eu-west-1, size: 1GB}', FIRST, null],
  ['{type: task, commands: [ls]}', 'profiles: [{name: a}]', null],
  ['{type: task, commands: [ls]}', 'profiles: []', null],
  ['{type: task, commands: [ls]}', 'profiles: [{name: a, gpu: 1}]', ['profile']],
  ['{type: task, commands: [ls]}', 'profiles: [', ['profile']],
];

table('the profile', PROFILES, ([text, profiles, expected]) => {
  const workspace: Workspace = {
    ...workspaceOf(),
    profiles: () =>
      profiles === undefined
        ? undefined
        : { uri: 'file:///w/.dstack/profiles.yml', text: profiles },
  };
  const input = planInput(within(analysisOf(text), { workspace }));
  assert.ok(input);
  const found = input.left.length > 0 ? input.left : input.profile;
  assert.deepEqual(JSON.parse(JSON.stringify(found)), expected);
});
