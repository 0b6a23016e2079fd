/** Our verdict against what the command line and the server of older releases check besides the models. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasErrors } from '../support/check/release-errors';
import { askFormerPlan, RELEASES } from '../support/oracle/releases';

const ACCELERATORS = [
  ...['GH200', 'GB200', 'gh200:1', 'GH200:0', 'nvidia:GH200', 'amd:GH200', 'GB10', 'GBX'],
  ...['gaudi2', 'intel:1', 'tenstorrent:1', 'n150:1', 'MI300X', 'MI300X:0', 'amd:1', 'H100'],
  ...['"GH200,H100"', '"GH200,MI300X"', '"MI300X,H100"', '"n150,H100"'],
];

const hardware = ACCELERATORS.map((gpu) => `{gpu: ${gpu}}`).concat(
  "{cpu: 'arm:8..'}",
  "{cpu: 'x86:8..', gpu: GH200}",
  '{cpu: 8, gpu: GH200}',
);

const task = (text: string) => `type: task\ncommands: [ls]\n${text}`;
const service = (text: string) => `type: service\nport: 80\n${text}`;
const gateway = (text: string) =>
  `type: gateway\nname: mine\nbackend: aws\nregion: eu-west-1\ndomain: example.com\n${text}`;
const fleet = (text: string) => `type: fleet\nname: mine\n${text}`;

const ACM = "certificate: {type: acm, arn: 'arn:x'}";
const ROUTER = 'router: {type: sglang}';
const HOSTS = 'ssh_config: {user: u, identity_file: ~/x, hosts: [a]}';

const TEXTS = [
  ...hardware.flatMap((resources) => [
    task(`resources: ${resources}`),
    task(`docker: true\nresources: ${resources}`),
    task(`image: nginx\nresources: ${resources}`),
    service(`replicas: [{count: 1, commands: [ls], resources: ${resources}}]`),
  ]),
  ...[
    `${ROUTER}\nreplicas: [{count: 1, ${ROUTER}}, {count: 2}]`,
    `router: null\nreplicas: [{count: 1, ${ROUTER}}, {count: 2}]`,
    `replicas: [{count: 1, ${ROUTER}}, {count: 2}]`,
    `${ROUTER}\nreplicas: [{count: 1}, {count: 2}]`,
    ROUTER,
  ].map((text) => service(`image: nginx\n${text}`)),
  ...[
    '',
    'replicas: 2',
    'replicas: 2\ncertificate: null',
    `replicas: 2\n${ACM}`,
    ACM,
    'public_ip: false',
    'public_ip: false\ncertificate: null',
    `public_ip: false\n${ACM}`,
    `replicas: 2\ncertificate: null\n${ROUTER}`,
    `replicas: 1\n${ROUTER}`,
    'replicas: 2\ncertificate: {type: lets-encrypt}',
    'certificate: null\nload_balancer: {type: alb}',
    'load_balancer: {type: alb}',
    `load_balancer: {type: alb}\n${ACM}`,
    'certificate: {type: gcp-cm}',
    'certificate: {type: gcp-cm, name: x}',
  ].map(gateway),
  ...[
    'nodes: 2',
    HOSTS,
    `nodes: 2\n${HOSTS}`,
    'resources: {gpu: H100}',
    'ssh_config: {hosts: [a]}',
  ].map(fleet),
];

const skip = RELEASES.length === 0 && 'no older releases; `npm run test:releases` installs them';

for (const release of RELEASES) {
  test(`dstack ${release} checks the same after its models`, { skip }, async () => {
    const answers = await askFormerPlan(release, TEXTS);
    const differences = TEXTS.flatMap((text, index) => {
      const { ok, error = 'accepted' } = answers[index] ?? { ok: false };
      return ok === hasErrors({ text, kind: 'configuration' }, release)
        ? [`${error}: ${text}`]
        : [];
    });
    assert.deepEqual(differences, []);
  });
}

test('older releases can be asked for what they plan', { skip }, () => {
  assert.ok(RELEASES.length > 0);
});
