import assert from 'node:assert/strict';
import { fleetsIn } from '../../../client/src/live/answers/fleets';
import { gpusIn } from '../../../client/src/live/answers/gpus';
import { planIn } from '../../../client/src/live/answers/plan';
import { runsIn } from '../../../client/src/live/answers/run';
import { factsOf } from '../../../client/src/live/facts';
import { planLines } from '../../../client/src/live/plan/text';
import type { Server } from '../../../client/src/live/server';
import { table } from '../../support/table';

/** Seconds of a processor: the editor stands still meanwhile. */
const BOUND = 2;

const many = <T>(make: (index: number) => T): T[] =>
  Array.from({ length: 40_000 }, (_, i) => make(i));
const range = { min: 1, max: 2 };
const gpu = (name: string, backend: string) => ({
  ...{ name, backend, vendor: 'nvidia', memory_mib: 1024 },
  ...{ count: range, price: range },
});
const offer = (index: number) => ({
  ...{ backend: `b${String(index)}`, region: 'r', price: index },
  instance: { name: 'i', resources: { cpus: 1, gpus: [{ name: 'T4' }] } },
});
const input = { type: 'task', name: null, configuration: {}, profile: null, left: [] };

const server = (answer: unknown): Server =>
  ({
    project: 'main',
    version: '0.22.5',
    about: () => Promise.resolve({ id: undefined, backends: [] }),
    fleets: () => Promise.resolve(fleetsIn(answer)),
    volumes: () => Promise.resolve([]),
    gateways: () => Promise.resolve([]),
    secrets: () => Promise.resolve([]),
    gpus: () => Promise.resolve(gpusIn(answer)),
  }) as unknown as Server;

/** Answers of a server that wants to keep the editor busy. */
const ROWS: readonly (readonly [
  name: string,
  answer: unknown,
  read: (answer: unknown) => unknown,
])[] = [
  ['GPUs', { gpus: many((i) => gpu(`g${String(i)}`, 'aws')) }, gpusIn],
  ['GPUs of one name', { gpus: many((i) => gpu('g', `b${String(i)}`)) }, gpusIn],
  [
    'GPUs as facts',
    { gpus: many((i) => gpu(`g${String(i)}`, 'aws')) },
    (all) => factsOf(server(all), ''),
  ],
  ['fleets as facts', many((i) => ({ name: `f${String(i)}` })), (all) => factsOf(server(all), '')],
  [
    'groups',
    { job_plans: many((i) => ({ job_spec: { node_group_name: `g${String(i)}` } })) },
    planIn,
  ],
  [
    'offers',
    { job_plans: [{ offers: many(offer) }] },
    (all) => planLines({ kind: 'run', input, plan: planIn(all), reasons: [] }, ''),
  ],
  [
    'changed properties',
    {
      current_resource: {
        run_spec: { configuration: Object.fromEntries(many((i) => [`a${String(i)}`, 1])) },
      },
      effective_run_spec: { configuration: Object.fromEntries(many((i) => [`b${String(i)}`, 1])) },
    },
    planIn,
  ],
  [
    'runs of one name',
    many(() => ({ id: 'a', status: 'running', run_spec: { run_name: 'a' } })),
    runsIn,
  ],
];

table('an answer with 40,000 of a kind is read in time', ROWS, async ([, answer, read]) => {
  const start = process.cpuUsage();
  await read(answer);
  const { user, system } = process.cpuUsage(start);
  assert.ok(user + system < BOUND * 1e6, `${String((user + system) / 1e6)} s`);
});
