import { Json } from './json';
import { resourcesOf } from './resources';

export interface Instance {
  readonly name: string;
  readonly status: string;
  readonly backend: string | undefined;
  readonly region: string | undefined;
  readonly resources: string | undefined;
  /** $ per hour. */
  readonly price: number | undefined;
  readonly isUnreachable: boolean;
}

export interface Fleet {
  readonly id: string | undefined;
  readonly name: string;
  readonly project: string | undefined;
  readonly status: string;
  readonly kind: 'ssh' | 'cloud';
  /** The most nodes that it may have; undefined without a limit, and for machines that it is given. */
  readonly max?: number;
  readonly instances: readonly Instance[];
}

/** The fleets of `fleets/list`. Their keys, hosts and `env` are left out. */
export function fleetsIn(answer: unknown): readonly Fleet[] {
  return new Json(answer).list.flatMap(fleetOf);
}

function fleetOf(json: Json): readonly Fleet[] {
  const name = json.get('name').text;
  if (name === undefined) return [];
  const configuration = json.get('spec').get('configuration');
  const nodes = configuration.get('nodes');
  const max = nodes.get('max').number;
  return [
    {
      id: json.get('id').text,
      name,
      project: json.get('project_name').text,
      status: json.get('status').text ?? 'unknown',
      kind: configuration.get('ssh_config').entries.length > 0 ? 'ssh' : 'cloud',
      ...(max === undefined ? {} : { max }),
      instances: json.get('instances').list.flatMap(instanceOf),
    },
  ];
}

function instanceOf(json: Json): readonly Instance[] {
  const name = json.get('name').text;
  const status = json.get('status').text;
  if (name === undefined || status === undefined || status === 'terminated') return [];
  return [
    {
      name,
      status,
      backend: json.get('backend').text,
      region: json.get('region').text,
      resources: resourcesOf(json.get('instance_type').get('resources')),
      price: json.get('price').number,
      isUnreachable: json.get('unreachable').flag === true,
    },
  ];
}
