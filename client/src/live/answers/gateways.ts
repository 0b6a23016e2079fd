import { Json } from './json';

export interface Gateway {
  readonly name: string;
  readonly project: string | undefined;
  readonly isDefault: boolean;
  readonly domain: string | undefined;
  readonly hostname: string | undefined;
  readonly status: string;
  readonly reason: string | undefined;
}

/** The gateways of `gateways/list`. */
export function gatewaysIn(answer: unknown): readonly Gateway[] {
  return new Json(answer).list.flatMap(gatewayOf);
}

function gatewayOf(json: Json): readonly Gateway[] {
  const name = json.get('name').text;
  if (name === undefined) return [];
  return [
    {
      name,
      project: json.get('project_name').text,
      isDefault: json.get('default').flag === true,
      domain: json.get('wildcard_domain').text,
      hostname: json.get('hostname').text,
      status: json.get('status').text ?? 'unknown',
      reason: json.get('status_message').text,
    },
  ];
}
