import { problem, type Problem } from '../../../problem/problem';
import { quote } from '../../../shorthand/piece';
import { listed, RELATED_AT_MOST, setHere } from '../conflict';
import type { Rule } from '../rule';
import type { Item, View } from '../view';

/**
 * The groups of a task or service with their names; a service may have them under `replicas`, as older
 * configurations do. Empty where the run has none, or has them twice or next to what they exclude, so that nobody
 * knows what was meant.
 */
export function groupsOf(run: View): readonly NamedGroup[] {
  const key = groupsKey(run);
  const excluded = ['nodes', 'replicas'].some((other) => other !== key && run.isSet(other));
  return excluded ? [] : run.items(key).flatMap(named);
}

function groupsKey(run: View): string {
  return run.isSet('groups') ? 'groups' : 'replicas';
}

export interface NamedGroup {
  readonly name: string;
  readonly view: View;
}

function named({ view }: Item, position: number): NamedGroup | [] {
  return view ? { name: view.text('name') ?? String(position), view } : [];
}

/** What may only stand in the groups once there are some. One problem names all of it. */
export function topLevelProblem(run: View, keys: readonly string[]): Problem | undefined {
  const set = groupsOf(run).length > 0 ? keys.filter((key) => isUsed(run, key)) : [];
  const [first, ...others] = set;
  if (first === undefined) return undefined;
  const key = groupsKey(run);
  const it = others.length > 0 ? 'them' : 'it';
  const message = `${listed(set)} cannot be set beside ${key === 'groups' ? '' : 'the groups in '}\`${key}\`: move ${it} into each group, or remove \`${key}\`.`;
  return problem('top-level-with-groups', run.keySpan(first), message, {
    data: { keys: set },
    related: [
      ...others.map((key) => setHere(run, key)),
      { span: run.keySpan(key), message: 'The groups are here.' },
    ],
  });
}

/** An empty list is as good as nothing; of other values, only null is. */
function isUsed(run: View, key: string): boolean {
  const value = run.value(key);
  return Array.isArray(value) ? value.length > 0 : value != null;
}

/**
 * A rule that each group has something to run: commands, or an image of its own or of the run. One problem for
 * all groups that have not.
 */
export function groupsHaveSomethingToRun(owner: string): Rule {
  return {
    codes: ['nothing-to-run'],
    check(run, report) {
      // Commands beside the groups are a problem of their own.
      if (run.isSet('image') || run.isTruthy('commands') || run.isUnsure('commands')) return;
      const idle = groupsOf(run).filter(({ view }) => hasNothingToRun(view));
      const [first, ...others] = idle;
      if (!first) return;
      const message = `Group ${quote(first.name)} has nothing to run: set \`commands\` in the group, or \`image\` ${owner}.`;
      report(
        problem('nothing-to-run', first.view.headSpan(), message, {
          data: { key: 'commands' },
          related: others.slice(0, RELATED_AT_MOST).map(({ name, view }) => ({
            span: view.headSpan(),
            message: `Neither has group ${quote(name)}.`,
          })),
        }),
      );
    },
  };
}

function hasNothingToRun(group: View): boolean {
  const unsure = group.hasUnsureKeys() || group.isUnsure('commands');
  return !unsure && !group.isTruthy('commands') && !group.isSet('image');
}
