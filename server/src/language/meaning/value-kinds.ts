import { lookup } from '../base/lookup';
import { typesOf, type JsonType, type Schema } from '../schema/schema';
import type { ShorthandName } from '../shorthand';

/** A way to write a value. */
export type Form = 'scalar' | 'list' | 'mapping';

/** The ways to write a value of this schema, the short one first. */
export function formsOf(schema: Schema): readonly Form[] {
  const types = typesOf(schema);
  const forms: Form[] = [];
  if (schema.shorthand || types.some((type) => type in SCALAR_WORDS)) forms.push('scalar');
  if (types.includes('array')) forms.push('list');
  if (types.includes('object')) forms.push('mapping');
  return forms;
}

/** The ways to write a value, in words: `text or mapping`. */
export function formsInWords(schema: Schema): string {
  const words = formsOf(schema).flatMap((form) => {
    if (form === 'scalar') return scalarWords(schema);
    return form === 'list' && schema.items ? [`list${ofWhat(schema.items)}`] : [form];
  });
  return [...new Set(words)].join(' or ');
}

function ofWhat(items: Schema): string {
  const [form, ...others] = formsOf(items);
  const [words, ...more] = scalarWords(items);
  const plural = form === 'scalar' && words !== undefined ? lookup(PLURALS, words) : undefined;
  return plural === undefined || others.length + more.length > 0 ? '' : ` of ${plural}`;
}

const PLURALS: Readonly<Record<string, string>> = { text: 'texts', number: 'numbers' };

const SCALAR_WORDS: Partial<Record<JsonType, string>> = {
  boolean: 'boolean',
  integer: 'whole number',
  number: 'number',
  string: 'text',
};

function scalarWords(schema: Schema): readonly string[] {
  if (schema.shorthand) return [SHORTHAND_WORDS[schema.shorthand]];
  return typesOf(schema).flatMap((type) => SCALAR_WORDS[type] ?? []);
}

/** What a scalar is that follows a grammar. */
const SHORTHAND_WORDS: Readonly<Record<ShorthandName, string>> = {
  'compute-capability': 'version',
  'compute-capability-number': 'whole number',
  'container-path': 'path',
  cpu: 'short form',
  'cpu-arch': 'text',
  cron: 'cron expression',
  dataset: 'text',
  disk: 'size or range',
  duration: 'duration',
  'entity-reference': 'name',
  'env-entry': '`NAME=value` or `NAME`',
  'file-mapping': '`LOCAL:CONTAINER` or `LOCAL`',
  'fleet-nodes': 'number or range',
  'fleet-reference': 'name',
  gateway: 'name or boolean',
  gpu: 'short form',
  'gpu-names': 'name',
  'gpu-vendor': 'text',
  'group-name': 'name',
  'idle-duration': 'duration or `off`',
  'inactivity-duration': 'duration or `off`',
  'instance-path': 'absolute path',
  'instance-selector': 'name',
  'integer-range': 'number or range',
  memory: 'size',
  'memory-range': 'size or range',
  'mount-path': 'absolute path',
  'mount-point': '`NAME:PATH` or `/INSTANCE/PATH:/PATH`',
  nonblank: 'text',
  'off-duration': 'duration or `off`',
  'port-mapping': 'port or `LOCAL:CONTAINER`',
  'preset-model': 'name',
  'preset-source': 'name',
  'private-ip': 'IP address',
  'private-network': 'network',
  'probe-url': 'path',
  prompt: 'text',
  'python-version': 'version',
  repo: '`SOURCE:PATH` or `SOURCE`',
  'repo-path': 'path',
  'resource-name': 'name',
  'router-type': 'text',
  'service-model': 'name',
  'service-port': 'port',
  shell: 'text',
  'tag-value': 'text',
  'unix-user': '`USER` or `USER:GROUP`',
};
