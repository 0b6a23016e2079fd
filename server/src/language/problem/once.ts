import type { Lines } from '../base/span';
import type { Problem } from './problem';

/** More places than a problem needs to name. */
const MOST_PLACES = 10;

/**
 * Problems as they are shown: no two on one line say the same, since the second looks like the first told twice. Of
 * equal ones (`ports: [70000, 70000]`) the first is shown, and names the places of the others.
 */
export function oncePerLine(problems: readonly Problem[], lines: Lines): readonly Problem[] {
  const shown = new Map<string, Problem>();
  for (const one of problems) {
    const key = `${lines.position(one.span.start).line} ${one.severity} ${one.code} ${one.message}`;
    const first = shown.get(key);
    if (!first) shown.set(key, one);
    else if ((first.related?.length ?? 0) < MOST_PLACES) shown.set(key, withPlace(first, one));
  }
  return shown.size === problems.length ? problems : [...shown.values()];
}

function withPlace(first: Problem, { span }: Problem): Problem {
  const related = [...(first.related ?? []), { span, message: 'The same problem is here.' }];
  return { ...first, related };
}
