import { setValue, type Operator } from '../../../../test/support/generate/mutate/operator';
import { written } from './written';

/** The variables of a file as `name` and `value`, as in Kubernetes. */
export const nameAndValue: Operator = ({ text, sites, random }) => {
  const entries = sites.filter(
    (site) => site.path.at(-2) === 'env' && site.shape === 'scalar' && !site.flow && !site.key,
  );
  const parts = (start: number, end: number) =>
    /^([A-Z_]+)=([^:#"'\s]+)$/.exec(text.slice(start, end));
  const plain = entries.filter(({ value }) => parts(value.start, value.end));
  if (plain.length === 0) return undefined;
  const chosen = random.chance(0.5) ? plain : [random.pick(plain)];
  return chosen.map((site) => {
    const [, name = '', value = ''] = parts(site.value.start, site.value.end) ?? [];
    const indent = ' '.repeat(site.column);
    return setValue(site, `name: ${name}\n${indent}value: ${value}`);
  });
};

/** A colon in the value of a variable, which needs quotes. */
export const colonInVariable = written([
  ["env:\n  - 'GREETING=hello: world'\n", 'env:\n  - GREETING=hello: world\n'],
  ['env:\n  - A=1\n  - "NOTE=todo: clean up"\n', 'env:\n  - A=1\n  - NOTE=todo: clean up\n'],
  ["env:\n  - 'HEADER=Accept: text/html' # h\n", 'env:\n  - HEADER=Accept: text/html # h\n'],
]);

/** A value that YAML reads as a boolean, a date or another number. */
export const noText = written([
  ['env:\n  DEBUG: "true"\n', 'env:\n  DEBUG: true\n'],
  ['env:\n  A: x\n  VERBOSE: "yes"\n', 'env:\n  A: x\n  VERBOSE: yes\n'],
  ['env: {WANDB: "off", B: x}\n', 'env: {WANDB: off, B: x}\n'],
  ['env:\n  SINCE: "2024-01-01"\n  B: x\n', 'env:\n  SINCE: 2024-01-01\n  B: x\n'],
]);

/** A variable that comes from the environment of the user who applies the file. */
export const withoutValue = written([
  ['env:\n  - HF_TOKEN\n', 'env: {HF_TOKEN:}\n', 'env:\n  HF_TOKEN:\n', 'env:\n  - HF_TOKEN:\n'],
  ['env:\n  - HF_TOKEN\n  - A=1\n', 'env:\n  HF_TOKEN:\n  A: 1\n', 'env: {HF_TOKEN: , A: 1}\n'],
]);

/** A variable without its equals sign. */
export const spaceForEquals = written([
  [
    'env:\n  - FOO=bar\n',
    'env:\n  - FOO bar\n',
    'env:\n  - FOO = bar\n',
    'env:\n  - export FOO=bar\n',
  ],
  ['env:\n  - A=1\n  - LEVEL=info # all\n', 'env:\n  - A=1\n  - LEVEL info # all\n'],
]);
