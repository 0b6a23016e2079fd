import { changesBetween, type Change } from './changes';
import { Json } from './json';
import { offerOf } from './offer';
import type { JobPlan } from './plan';

/** What the server would do with a fleet, a gateway or a volume. */
export interface ResourcePlan {
  /** Undefined where the server has no plan. */
  readonly action: 'create' | 'update' | undefined;
  /** What has this name now. */
  readonly current: { readonly name: string; readonly status: string } | undefined;
  /** What differs from it. */
  readonly changes: readonly Change[];
  /** For one instance of a fleet in the cloud. */
  readonly offers: JobPlan | undefined;
}

/** The plan of `fleets/get_plan`. */
export function fleetPlanIn(answer: unknown): ResourcePlan {
  const json = new Json(answer);
  const current = json.get('current_resource');
  // Servers without updates say nothing of a spec in effect.
  const effective = json.get('effective_spec').isObject
    ? json.get('effective_spec')
    : json.get('spec');
  const after = effective.get('configuration');
  const offers = json.get('offers').list.flatMap((one) => offerOf(one) ?? []);
  const limit = after.get('max_price').number ?? effective.get('profile').get('max_price').number;
  return {
    action: actionOf(json),
    current: currentOf(current),
    changes: changesBetween(current.get('spec').get('configuration'), after),
    offers: {
      group: undefined,
      offers: offers.sort((a, b) => a.price - b.price),
      total: json.get('total_offers').number ?? offers.length,
      highest: json.get('max_offer_price').number,
      maxPrice: limit,
    },
  };
}

/** The plan of `gateways/get_plan`. */
export function gatewayPlanIn(answer: unknown): ResourcePlan {
  const json = new Json(answer);
  const current = json.get('current_resource');
  const after = json.get('effective_spec').get('configuration');
  return {
    action: actionOf(json),
    current: currentOf(current),
    changes: changesBetween(current.get('configuration'), after),
    offers: undefined,
  };
}

function actionOf(json: Json): 'create' | 'update' | undefined {
  const action = json.get('action').text;
  return action === 'create' || action === 'update' ? action : undefined;
}

function currentOf(json: Json): ResourcePlan['current'] {
  const [name, status] = [json.get('name').text, json.get('status').text];
  return name === undefined ? undefined : { name, status: status ?? 'unknown' };
}
