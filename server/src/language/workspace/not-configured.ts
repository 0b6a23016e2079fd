import type { LocatedProblem } from '../problem/diagnostic';
import { listOfNames } from '../base/words';
import { CATALOGUE } from '../catalogue';
import type { LiveFacts } from '../live/facts';
import { isLive, liveSlipOf, type Mentioned } from '../live/known';
import type { Mention } from './summary';

/** Names that a message lists at most. */
const SHOWN = 5;

/** What a message says about a name that the project does not have. */
const MESSAGES: Readonly<Record<Mentioned, (name: string, facts: LiveFacts) => string>> = {
  backend: (name, { project, backends = [] }) => {
    const fact = `The project \`${project}\` is not configured with the backend \`${name}\``;
    const others = backends.map((one) => one.name);
    return others.length === 0 || others.length > SHOWN
      ? `${fact}.`
      : `${fact}, only with ${listOfNames(others)}.`;
  },
  region: (name, { project }) =>
    `No backend of the project \`${project}\` is configured with the region \`${name}\`.`,
  secret: (name, { project }) => `The project \`${project}\` does not have a secret \`${name}\`.`,
};

/** The hint about something that the server is known not to be configured with. dstack then finds no offers, or fails. */
export function notConfigured(mention: Mention, live: LiveFacts): LocatedProblem[] {
  const { kind, name, range } = mention;
  if (isLive(live, kind, name) !== false || isSaidElsewhere(mention, live)) return [];
  const suggestion = kind === 'secret' ? liveSlipOf(live, kind, name) : undefined;
  const advice = suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`;
  return [
    {
      range,
      severity: 'hint',
      code: 'undefined-reference',
      message: MESSAGES[kind](name, live) + advice,
      ...(suggestion === undefined ? {} : { data: { suggestion } }),
    },
  ];
}

/**
 * Whether a region has another problem: a name that no backend has, or not those beside it, has the check of the file
 * alone, and backends that are not configured have their own hints.
 */
function isSaidElsewhere({ kind, name, among }: Mention, live: LiveFacts): boolean {
  if (kind !== 'region') return false;
  if (among && !among.some((backend) => isLive(live, 'backend', backend))) return true;
  const owners = Object.entries(CATALOGUE.regions).filter(
    ([backend, regions]) =>
      among?.includes(backend) !== false && regions.includes(name.toLowerCase()),
  );
  return owners.length === 0;
}
