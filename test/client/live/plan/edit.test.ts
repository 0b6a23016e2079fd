import assert from 'node:assert/strict';
import { applied, editFor, type Wish } from '../../../../client/src/live/plan/edit';
import { table } from '../../../support/table';
import { yaml } from '../../../support/yaml';

const remove = (...path: (string | number)[]): Wish => ({ kind: 'remove', path });
const price = (value: string): Wish => ({ kind: 'set', path: ['max_price'], value });

const FILE = yaml`
  type: task
  max_price: 0.1  # not more
  fleets: [cloud]
  regions:
    - us-east-1
    # here too
    - eu-west-1
  resources:
    gpu: H100
`;

/** A file, a wish, and the file after it. */
const ROWS: readonly (readonly [text: string, wish: Wish, after: string])[] = [
  [FILE, price('0.53'), FILE.replace('0.1', '0.53')],
  [FILE, remove('max_price'), FILE.replace('max_price: 0.1  # not more\n', '')],
  [FILE, remove('fleets'), FILE.replace('fleets: [cloud]\n', '')],
  [FILE, remove('regions'), FILE.replace(/regions:[^]*?(?=resources)/, '')],
  [FILE, remove('resources', 'gpu'), FILE.replace(/resources:[^]*/, '')],
  [FILE, { kind: 'add', key: 'spot_policy', value: 'auto' }, `${FILE}spot_policy: auto\n`],
  [
    'type: task',
    { kind: 'add', key: 'spot_policy', value: 'auto' },
    'type: task\nspot_policy: auto\n',
  ],
  [
    'resources:\n  gpu: T4\n  cpu: 2\nname: a\n',
    remove('resources', 'gpu'),
    'resources:\n  cpu: 2\nname: a\n',
  ],
  ['a:\n  - x: 1\n    max_price: 2\n', remove('a', 0, 'max_price'), 'a:\n  - x: 1\n'],
  ['name: a\nmax_price: 1', remove('max_price'), 'name: a\n'],
];

table('an edit does what is wished', ROWS, ([text, wish, after]) => {
  const edit = editFor(text, wish);
  assert.ok(edit, 'there is an edit');
  assert.equal(applied(text, edit), after);
});

/** Files in which nothing is edited, since it is not sure what the edit would do. */
const UNSAFE: readonly (readonly [text: string, wish: Wish])[] = [
  ['{type: task, max_price: 1}', remove('max_price')],
  ['{type: task, max_price: 1}', price('2')],
  ['resources: {gpu: T4, cpu: 2}', remove('resources', 'gpu')],
  ['a: 1\n---\nmax_price: 1\n', remove('max_price')],
  ['max_price: &p 1\nb: *p\n', price('2')],
  ['max_price: &p 1\nb: *p\n', remove('max_price')],
  ['x: &p 1\nmax_price: *p\n', price('2')],
  ['max_price: 1\nmax_price: 2\n', remove('max_price')],
  ['a: [\nmax_price: 1', remove('max_price')],
  ['name: a\n', remove('max_price')],
  ['- max_price: 1\n', remove(0, 'max_price')],
  ['a:\n  - max_price: 1\n    b: 2\n', remove('a', 0, 'max_price')],
  ['spot_policy: spot\n', { kind: 'add', key: 'spot_policy', value: 'auto' }],
  ['<<: {max_price: 1}\nname: a\n', remove('max_price')],
  ['', remove('max_price')],
];

table('nothing is edited where that is not safe', UNSAFE, ([text, wish]) => {
  assert.equal(editFor(text, wish), undefined);
});
