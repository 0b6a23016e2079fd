import type { Fleet } from '../answers/fleets';
import type { Offer } from '../answers/offer';
import type { Plan } from '../answers/plan';
import type { Project } from '../answers/project';
import type { PlanInput } from '../../../../server/src/language/live/plan-input';
import type { Server } from '../server';
import { at, conditionsOf, without, written, type Condition } from './conditions';
import type { Wish } from './edit';
import { money } from './money';
import { t } from '../texts';

/** A reason why there are no offers: a sentence, and the change that helps, where it can be made in the file. */
export interface Reason {
  readonly text: string;
  readonly wish?: Wish;
}

/** The names of the project that a configuration can refer to. */
interface Names {
  readonly fleets: readonly Fleet[];
  readonly project: Project;
}

/** Offers of one plan that are asked for: the cheapest is shown. */
const OFFERS = 20;

/**
 * Why a plan has no offers: names that the project does not have, and the conditions without which it has some. Each
 * condition is left out of a plan of its own, since the server does not say why.
 */
export async function whyNone(server: Server, input: PlanInput): Promise<readonly Reason[]> {
  const names = await namesOf(server);
  if (names?.fleets.length === 0)
    return [
      {
        text: t(
          'The project has no fleets, and a run needs one: apply a configuration of type `fleet` first.',
        ),
      },
    ];
  const unknown = names ? unknownNames(input, names) : [];
  const conditions = conditionsOf(input);
  const helped = await Promise.all(conditions.map((one) => helpOf(server, input, one)));
  const reasons = [...unknown, ...helped.flat(), ...(await withSpot(server, input))];
  return reasons.length > 0 ? reasons : together(server, input, conditions);
}

async function namesOf(server: Server): Promise<Names | undefined> {
  try {
    const [fleets, project] = await Promise.all([server.fleets(), server.about()]);
    return { fleets, project };
  } catch {
    return undefined;
  }
}

function unknownNames(input: PlanInput, { fleets, project }: Names): readonly Reason[] {
  const fleetNames = fleets.map(({ name }) => name);
  const backendNames = project.backends.map(({ name }) => name);
  return [
    ...namesAt(input, 'fleets')
      // `project/name` is a fleet of another project.
      .filter((name) => !name.includes('/') && !fleetNames.includes(name))
      .map((name) => t('The project has no fleet `{0}`. It has {1}.', name, listed(fleetNames))),
    ...namesAt(input, 'backends')
      .filter((name) => backendNames.length > 0 && !backendNames.includes(name))
      .map((name) =>
        t('The project has no backend `{0}`. It has {1}.', name, listed(backendNames)),
      ),
  ].map((text) => ({ text }));
}

function namesAt({ configuration, profile }: PlanInput, key: string): readonly string[] {
  const value = at(configuration, [key]) ?? at(profile, [key]);
  const items = Array.isArray(value) ? value : [value];
  return items.flatMap((item: unknown) => {
    const name = typeof item === 'string' ? item : at(item, ['name']);
    return typeof name === 'string' ? [name] : [];
  });
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** What leaving out one condition brings: nothing, or a reason with how many offers there are. */
async function helpOf(
  server: Server,
  input: PlanInput,
  condition: Condition,
): Promise<readonly Reason[]> {
  const found = await offersOf(server, without(input, condition));
  if (!found) return [];
  const { total, cheapest } = found;
  const name = `\`${written(condition.path)}\``;
  const whose = condition.from === 'profile' ? t('{0} of the profile', name) : name;
  const text = t(
    'Without {0}: {1} from {2} per hour.',
    whose,
    counted(total),
    money(cheapest.price),
  );
  return condition.from === 'profile' ? [{ text }] : [{ text, wish: wishFor(condition, cheapest) }];
}

function wishFor({ path }: Condition, { price }: Offer): Wish {
  if (path.at(-1) !== 'max_price') return { kind: 'remove', path };
  // A limit is raised, not lost: whoever sets one wants one.
  return { kind: 'set', path, value: String(Math.ceil(price * 100) / 100) };
}

/** Runs use no spot instances unless the file says so. */
async function withSpot(server: Server, input: PlanInput): Promise<readonly Reason[]> {
  const { configuration, profile } = input;
  if (at(configuration, ['spot_policy']) != null || at(profile, ['spot_policy']) != null) return [];
  const spot = { ...input, configuration: { ...configuration, spot_policy: 'auto' } };
  const found = await offersOf(server, spot);
  if (!found) return [];
  return [
    {
      text: t(
        'With `spot_policy: auto`: {0} from {1} per hour.',
        counted(found.total),
        money(found.cheapest.price),
      ),
      wish: { kind: 'add', key: 'spot_policy', value: 'auto' },
    },
  ];
}

/** When no single condition is the reason. */
async function together(
  server: Server,
  input: PlanInput,
  conditions: readonly Condition[],
): Promise<readonly Reason[]> {
  const names = conditions.map(({ path }) => written(path));
  const free = conditions.reduce(without, input);
  const found = names.length > 1 ? await offersOf(server, free) : undefined;
  if (found)
    return [
      {
        text: t(
          'No single condition is the reason. Without {0} together: {1} from {2} per hour.',
          listed(names),
          counted(found.total),
          money(found.cheapest.price),
        ),
      },
    ];
  return [
    {
      text: t('No fleet of the project can provide what the run needs: no condition changes that.'),
    },
  ];
}

interface Found {
  readonly total: number;
  readonly cheapest: Offer;
}

/** The offers of a plan in which each job has some. A plan that the server rejects has none. */
async function offersOf(server: Server, input: PlanInput): Promise<Found | undefined> {
  let plan: Plan;
  try {
    plan = await server.plan(input, OFFERS);
  } catch {
    return undefined;
  }
  const [first, ...others] = plan.jobs.map(({ total, offers: [cheapest] }) =>
    cheapest ? { total, cheapest } : undefined,
  );
  return others.includes(undefined) ? undefined : first;
}

/** A number of offers in words. */
export function counted(offers: number): string {
  return offers === 1 ? t('1 offer') : t('{0} offers', offers);
}
