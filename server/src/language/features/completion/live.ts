import type { LiveFacts } from '../../live/facts';
import { isLiveKind, liveNames, liveOwners, type LiveKind } from '../../live/known';
import { aboutLive, aboutLiveGpus, priceOfGpu } from '../../meaning/live';
import type { EntityKind, Schema } from '../../schema/schema';
import type { Choice } from './shorthand/completer';

/** Names of a server that are offered at most. */
const MOST_NAMES = 500;

/** What is written beside a name of the user's server. */
export function liveNote({ project }: LiveFacts): string {
  return `project ${project}`;
}

/**
 * The names of a kind that the user's server has, except those that are offered already.
 *
 * @param textOf the value for a name, if it is not the name
 */
export function liveChoices(
  facts: LiveFacts | undefined,
  kind: EntityKind,
  taken: ReadonlySet<string>,
  textOf: (name: string) => string = (name) => name,
): readonly Choice[] {
  if (!facts || !isLiveKind(kind)) return [];
  const names = namesOf(facts, kind).filter((name) => !taken.has(name));
  return names.map((name) => ({
    text: textOf(name),
    note: liveNote(facts),
    about: aboutLive(facts, kind, name),
  }));
}

/** The secrets that files use, then the others that the project has. */
export function secretNames(
  facts: LiveFacts | undefined,
  used: readonly string[],
): readonly { readonly name: string; readonly note?: string }[] {
  if (!facts) return used.map((name) => ({ name }));
  const live = new Set(namesOf(facts, 'secret').filter((name) => /^\w+$/.test(name)));
  const note = liveNote(facts);
  return [...new Set([...used, ...live])].map((name) =>
    live.has(name) ? { name, note } : { name },
  );
}

function namesOf(facts: LiveFacts, kind: LiveKind): readonly string[] {
  return liveNames(facts, kind).slice(0, MOST_NAMES);
}

/**
 * The choices with the prices of the GPUs that the project has.
 *
 * @param isOpen whether nothing of a name is typed: then these come first, otherwise in their order
 */
export function withPrices(
  choices: readonly Choice[],
  facts: LiveFacts | undefined,
  isOpen: boolean,
): readonly Choice[] {
  if (!facts?.gpus) return choices;
  const [priced, others]: [Choice[], Choice[]] = [[], []];
  for (const choice of choices) {
    const name = /[^:,]*$/.exec(choice.text)?.[0] ?? '';
    const note = priceOfGpu(facts, name);
    const list = isOpen && note === undefined ? others : priced;
    list.push(
      note === undefined ? choice : { ...choice, note, about: aboutLiveGpus(facts, [name]) },
    );
  }
  return [...priced, ...others];
}

/**
 * The regions that the backends of the project are configured with, then the others.
 *
 * @param backends the backends whose regions may be written; if there are none, those of all
 */
export function configuredRegions(
  regions: readonly Choice[],
  backends: readonly string[],
  facts: LiveFacts | undefined,
): readonly Choice[] {
  if (!facts) return regions;
  const isChosen = (name: string) => backends.length === 0 || backends.includes(name);
  const chosen = (facts.backends ?? []).filter(({ name }) => isChosen(name));
  const names = new Set(chosen.flatMap(({ regions = [] }) => regions));
  const configured = [...names].slice(0, MOST_NAMES).map((text) => ({
    text,
    note: `${liveOwners(facts, text).filter(isChosen).slice(0, 2).join(', ')} in ${facts.project}`,
    about: aboutLive(facts, 'region', text),
  }));
  return [...configured, ...regions.filter(({ text }) => !names.has(text))];
}

/** What is said beside a value of the schema that the project is configured with; undefined for others. */
export function liveValue(
  { configured }: Schema,
  text: string,
  facts: LiveFacts | undefined,
): { readonly note: string; readonly about: string } | undefined {
  const about = facts && configured ? aboutLive(facts, configured, text) : undefined;
  return facts && about !== undefined ? { note: liveNote(facts), about } : undefined;
}

/** The values that the project is configured with, then the others. */
export function configuredFirst<T extends { readonly text: string }>(
  values: readonly T[],
  schema: Schema,
  facts: LiveFacts | undefined,
): readonly T[] {
  if (!facts || !schema.configured) return values;
  const isConfigured = ({ text }: T) => liveValue(schema, text, facts) !== undefined;
  return [...values.filter(isConfigured), ...values.filter((value) => !isConfigured(value))];
}
