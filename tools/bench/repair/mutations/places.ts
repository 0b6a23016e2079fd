import {
  addBeside,
  ensureBreak,
  pickProperty,
  shiftLine,
  wholeOf,
  type Operator,
} from '../../../../test/support/generate/mutate/operator';
import { REMOVED_KEYS } from '../../../../test/support/generate/pools';

/** What people write instead of a property of dstack. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  commands: ['command', 'run', 'script', 'cmd'],
  gpu: ['gpus', 'cuda', 'accelerator'],
  volumes: ['volume', 'mounts'],
  env: ['environment', 'envs', 'env_vars'],
  image: ['container', 'docker_image', 'dockerfile'],
  backends: ['backend', 'cloud'],
  regions: ['region'],
  memory: ['mem', 'ram'],
  port: ['ports'],
  ports: ['port'],
  working_dir: ['workdir', 'cwd', 'working_directory'],
  nodes: ['instances', 'num_nodes'],
  disk: ['storage', 'disk_size'],
  python: ['python_version'],
  spot_policy: ['spot'],
  max_duration: ['timeout'],
};

export const alienKey: Operator = ({ text, sites, random }) => {
  const known = sites.filter(
    (site) => site.key && Object.hasOwn(SYNONYMS, text.slice(site.key.start, site.key.end)),
  );
  const site = pickProperty(known, random);
  if (!site) return undefined;
  const synonyms = SYNONYMS[text.slice(site.key.start, site.key.end)] ?? [];
  return { ...site.key, insert: random.pick(synonyms) };
};

/** A property one level above or below the one that it belongs to. */
export const misplaced: Operator = ({ text, sites, random }) => {
  const blocks = sites.filter((site) => site.key && !site.flow);
  const site = pickProperty(blocks, random);
  if (!site) return undefined;
  const inner = random.chance(0.5);
  const goals = blocks.filter((one) => {
    const inside = one.path.length === site.path.length + 1;
    return inner
      ? inside && !site.path.every((step, index) => one.path[index] === step)
      : one.path.length === site.path.length - 1;
  });
  const goal = pickProperty(goals, random);
  if (!goal) return undefined;
  const whole = wholeOf(text, site);
  const at = wholeOf(text, goal);
  if (at.start < whole.end && whole.start < at.end && inner) return undefined;
  const moved = text
    .slice(whole.start, whole.end)
    .split('\n')
    .map((line) => shiftLine(line, goal.column - site.column))
    .join('\n');
  return [
    { ...whole, insert: '' },
    {
      start: at.end,
      end: at.end,
      insert: ensureBreak(moved).replace(/^\n/, text.at(at.end - 1) === '\n' ? '' : '\n'),
    },
  ];
};

/** A property that another property of the same file excludes. */
export const conflict: Operator = (subject) => {
  const site = pickProperty(
    subject.sites.filter((one) => one.path.length === 1 && one.key && !one.flow),
    subject.random,
  );
  const [key, value] = subject.random.pick([
    ['image', 'ubuntu:24.04'],
    ['python', '"3.12"'],
    ['docker', 'true'],
    ['nvcc', 'true'],
    ['nodes', '2'],
    ['replicas', '0..2'],
    ['scaling', '{metric: rps, target: 10}'],
    ['size', '100GB'],
    ['volume_id', 'vol-1'],
    ['ssh_config', '{hosts: [10.0.0.1], user: ubuntu, identity_file: ~/.ssh/id}'],
    ['groups', '[{name: one, commands: [ls]}]'],
  ] as const);
  if (subject.sites.some((one) => one.path.length === 1 && one.path[0] === key)) return undefined;
  return site && addBeside(subject, site, key, value);
};

/** Properties that dstack once had. */
export const removedProperty: Operator = (subject) => {
  const { sites, random } = subject;
  const site = pickProperty(
    sites.filter((one) => one.path.length === 1 && one.key && !one.flow),
    random,
  );
  const [key, value] = random.pick([
    ['termination_idle_time', '30m'],
    ['termination_policy', 'destroy-after-idle'],
    ['termination_policy', 'dont-destroy'],
    ['retry_policy', '{retry: true, limit: 1h}'],
    ['pool_name', 'mine'],
    ['build', '[pip install torch]'],
    ['cache', '[~/.cache/pip]'],
    ...REMOVED_KEYS.map((one) => [one, 'x'] as const),
  ] as const);
  return site && addBeside(subject, site, key, value);
};

/** A key that the mapping around it requires, removed. */
export const requiredDeleted: Operator = ({ text, sites, random }) => {
  const needed = sites.filter(
    (site) =>
      site.key !== undefined &&
      (site.owner?.required?.includes(String(site.path.at(-1))) ||
        ['type', 'commands', 'port', 'name', 'size', 'region'].includes(String(site.path.at(-1)))),
  );
  const site = pickProperty(needed, random);
  return site && { ...wholeOf(text, site), insert: '' };
};
