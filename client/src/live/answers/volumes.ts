import { Json } from './json';

export interface Volume {
  readonly name: string;
  readonly backend: string | undefined;
  readonly region: string | undefined;
  /** GB. */
  readonly size: number | undefined;
  readonly status: string;
  readonly reason: string | undefined;
  /** $ per month. */
  readonly price: number | undefined;
}

/** The volumes of `volumes/list` that are not deleted. */
export function volumesIn(answer: unknown): readonly Volume[] {
  return new Json(answer).list.flatMap(volumeOf);
}

function volumeOf(json: Json): readonly Volume[] {
  const name = json.get('name').text;
  if (name === undefined || json.get('deleted').flag === true) return [];
  const configuration = json.get('configuration');
  const made = json.get('provisioning_data');
  return [
    {
      name,
      backend: configuration.get('backend').text,
      region: configuration.get('region').text,
      size: made.get('size_gb').number ?? configuration.get('size').number,
      status: json.get('status').text ?? 'unknown',
      reason: json.get('status_message').text,
      price: made.get('price').number,
    },
  ];
}
