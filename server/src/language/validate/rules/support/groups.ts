import type { Group, Run } from '../../../coerce/values';
import type { Item, View } from './view';

/** A group of nodes or replicas; without its own name it is named by its position. */
export interface NamedGroup {
  readonly name: string;
  readonly view: View<Group>;
}

/**
 * The groups of a task or service with their names; a service may have them under `replicas`, as older configurations
 * do. Empty where the run has none, or has them twice or next to what they exclude, so the intent is unknown.
 */
export function groupsOf(run: View<Run>): readonly NamedGroup[] {
  const key = groupsKey(run);
  const excluded = ['nodes', 'replicas'].some((other) => other !== key && run.isSet(other));
  return excluded ? [] : run.items(key).flatMap(named);
}

/** The key that holds the groups of a run. */
export function groupsKey(run: View<Run>): 'groups' | 'replicas' {
  return run.isSet('groups') ? 'groups' : 'replicas';
}

/** Whether a run has groups, right or wrong. */
export function hasGroups(run: View<Run>): boolean {
  return run.isSet('groups') || run.valueNode('replicas')?.kind === 'sequence';
}

function named({ view }: Item<Group>, position: number): NamedGroup | [] {
  return view ? { name: view.value('name') ?? String(position), view } : [];
}

/** The groups of a service with a `router` that has no problem. */
export function routersOf(service: View<Run>): readonly View<Group>[] {
  return groupsOf(service).flatMap(({ view }) => (view.hasValue('router') ? view : []));
}
