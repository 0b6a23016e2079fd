import type { Json } from './json';
import { resourcesOf } from './resources';

/** An instance that a run could use. */
export interface Offer {
  readonly backend: string;
  readonly region: string;
  readonly instance: string;
  readonly resources: string | undefined;
  readonly spot: boolean;
  /** $ per hour. */
  readonly price: number;
  /** An instance of a fleet that runs already and is free. */
  readonly isIdle: boolean;
  /** Why it may not be free, in a word of dstack's; undefined if nothing is known. */
  readonly obstacle?: string;
}

/** Availabilities that say nothing about whether the offer can be had. */
const SAYS_NOTHING = ['unknown', 'available', 'idle'];

/** One offer of a plan; undefined without what identifies it. */
export function offerOf(json: Json): Offer | undefined {
  const [backend, region] = [json.get('backend').text, json.get('region').text];
  const price = json.get('price').number;
  const instance = json.get('instance');
  if (backend === undefined || region === undefined || price === undefined) return undefined;
  const availability = json.get('availability').text ?? 'unknown';
  const resources = instance.get('resources');
  return {
    backend,
    region,
    instance: instance.get('name').text ?? '-',
    resources: resourcesOf(resources),
    spot: resources.get('spot').flag === true,
    price,
    isIdle: availability === 'idle',
    ...(SAYS_NOTHING.includes(availability) ? {} : { obstacle: availability.replace(/_/g, ' ') }),
  };
}
