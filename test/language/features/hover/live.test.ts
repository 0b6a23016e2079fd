import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LiveFacts } from '../../../../server/src/language';
import { hover } from '../../../../server/src/language/features/hover';
import { FACTS } from '../../../support/check/facts';
import { atCursor } from '../../../support/check/analysis';
import { hoverText } from '../../../support/check/hover';
import { within } from '../../../support/check/within';
import { table } from '../../../support/table';

function hoverWith(marked: string, live: LiveFacts | undefined): string {
  const { analysis, position } = atCursor(marked);
  return hoverText(hover(within(analysis, { live }), { position }));
}

const SOURCE = ' _(project `main`, `10:42`)_';
const ONPREM = 'SSH fleet, `active`: 1 free instance, 0 in use.';
const H100 =
  '`H100` with 80 GB, 1 to 8 in an instance: $2.50 to $4.10 per GPU and hour, as spot $1.20 to $1.90, from `aws` and `runpod`.';
const T4 = '`T4` with 16 GB, 1 in an instance: $0.53 per GPU and hour, from `aws`.';

/** What a name is, as the server has said; nothing where it has said nothing. */
const SAID: readonly (readonly [marked: string, said?: string])[] = [
  ['{type: task, fleets: [on$0prem]}', ONPREM],
  ['{type: task, fleets: [{name: on$0prem}]}', ONPREM],
  ['{type: task, instances: [{fleet: on$0prem, instance: 0}]}', ONPREM],
  [
    '{type: task, fleets: [clo$0ud]}',
    'Cloud fleet, `active`: 0 free instances, 1 in use, 2 at most.',
  ],
  // The name that a file defines.
  ['{type: fleet, name: on$0prem, nodes: 1}', ONPREM],
  ['{type: task, name: on$0prem}'],
  // Of another project.
  ['{type: task, fleets: [other/sha$0red]}', 'SSH fleet, `active`: 3 free instances, 0 in use.'],
  ['{type: task, fleets: [main/on$0prem]}', ONPREM],
  ['{type: task, fleets: [sha$0red]}'],
  ['{type: task, fleets: [other/on$0prem]}'],
  ['{type: service, gateway: g$0w}', 'Default gateway, `running`, at `*.example.com`.'],
  ['{type: service, gateway: sec$0ond}', 'Gateway, `provisioning`.'],
  ['{type: service, gateway: tr$0ue}'],
  ['{type: task, volumes: ["da$0ta:/data"]}', 'Volume of `aws` in `us-east-1`, `active`, 100 GB.'],
  ['{type: task, volumes: ["ol$0d:/data"]}', 'Volume of `aws`, `failed`.'],
  ['{type: task, volumes: ["ne$0w:/data"]}'],
  [
    '{type: task, backends: [a$0ws]}',
    'The project is configured with this backend, in `us-east-1` and `eu-west-1`.',
  ],
  ['{type: task, backends: [g$0cp]}'],
  ['{type: task, backends: [rem$0ote]}'],
  ['{type: task, regions: [us-$0east-1]}', 'The project is configured with this region of `aws`.'],
  ['{type: task, regions: [us-$0east-2]}'],
  ['{type: task, resources: {gpu: "H$0100:8"}}', H100],
  ['{type: task, resources: {gpu: "h100,T$04"}}', `${H100} ${T4}`],
  ['{type: task, resources: {gpu: {name: T$04}}}', T4],
  ['{type: task, resources: {gpu: {name: [T$04]}}}', T4],
  ['{type: task, resources: {gpu: 24$0GB}}'],
  ['{type: task, resources: {gpu: L$04}}'],
  ['{type: task, env: ["A=${{ secrets.hf$0_token }}"]}', 'The project has this secret.'],
  ['{type: task, env: ["A=${{ secrets.oth$0er }}"]}'],
];

table('what the server has said', SAID, ([marked, said]) => {
  const without = hoverWith(marked, undefined);
  const found = hoverWith(marked, FACTS);
  const paragraphs = without.split('\n\n').filter(Boolean);
  const more = found.split('\n\n').filter((one) => one !== '' && !paragraphs.includes(one));
  assert.deepEqual(more, said === undefined ? [] : [said + SOURCE]);
  for (const paragraph of paragraphs) assert.ok(found.includes(paragraph), paragraph);
});

test('what is not known is not said', () => {
  const { project, serverVersion, asOf } = FACTS;
  for (const [marked] of SAID)
    assert.equal(hoverWith(marked, { project, serverVersion, asOf }), hoverWith(marked, undefined));
});

test('a text of the server is code, whatever is in it', () => {
  const status = '`[x](command:y) ![z](http://w) <b>';
  const fleets = [{ name: 'a', kind: 'ssh', idle: 0, busy: 0, status } as const];
  const found = hoverWith('{type: task, fleets: [$0a]}', { ...FACTS, fleets });
  assert.ok(found.includes('`` `[x](command:y) ![z](http://w) <b> ``'), found);
});
