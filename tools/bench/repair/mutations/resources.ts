import {
  shiftLine,
  wholeOf,
  type Operator,
} from '../../../../test/support/generate/mutate/operator';
import { written } from './written';

/** The children of `resources` at its own column. */
export const resourcesFlat: Operator = ({ text, sites, random }) => {
  const blocks = sites.filter(
    (site) =>
      site.path.length === 1 &&
      site.path[0] === 'resources' &&
      site.shape === 'mapping' &&
      !site.flow,
  );
  if (blocks.length === 0) return undefined;
  const whole = wholeOf(text, random.pick(blocks));
  const [head = '', ...children] = text.slice(whole.start, whole.end).split('\n');
  const depth = Math.min(
    ...children
      .filter((line) => line.trim() !== '')
      .map((line) => /^ */.exec(line)?.[0].length ?? 0),
  );
  return {
    ...whole,
    insert: [head, ...children.map((line) => shiftLine(line, -depth))].join('\n'),
  };
};

/** Hardware outside of `resources`. */
export const hardwareOutside = written([
  ['resources:\n  gpu: A100\n', 'gpu: A100\n', 'gpus: A100\n'],
  [
    'resources:\n  gpu: 24GB\n  cpu: 4\n',
    'resources:\n  gpu: 24GB\ncpu: 4\n',
    'gpu: 24GB\ncpu: 4\n',
  ],
  ['resources:\n  shm_size: 8GB # much\n', 'shm_size: 8GB # much\n'],
  ['resources:\n  disk: 100GB\n  memory: 16GB..\n', 'resources:\n  disk: 100GB\nmemory: 16GB..\n'],
]);

/** No space after a colon in braces. */
export const flowWithoutSpace = written([
  ['resources: {gpu: A100}\n', 'resources: {gpu:A100}\n'],
  ['resources: {gpu: "A100:2", cpu: 4}\n', 'resources: {gpu:"A100:2", cpu: 4}\n'],
  ['resources:\n  gpu: {name: H100, count: 2}\n', 'resources:\n  gpu: {name: H100, count:2}\n'],
  ['retry: {duration: 2h, on_events: [error]}\n', 'retry: {duration:2h, on_events: [error]}\n'],
  ['env: {A: 1, B: x y}\n', 'env: {A:1, B: x y}\n', 'env: {A: 1, B:x y}\n'],
]);
