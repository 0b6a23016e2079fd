import { cleanText } from '../clean-text';
import type { Json } from './json';

/** A property that differs from the running resource. The values are JSON, shortened; secrets are left out. */
export interface Change {
  readonly property: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Properties whose values are secrets, or are not sent with a plan. */
const LEFT_OUT = ['env', 'registry_auth', 'files', 'repos', 'ssh_config', 'ssh_key'];

/** Characters of a value that are shown. */
const MOST = 80;

/** The properties that differ between two configurations of the server; none if there is only one. */
export function changesBetween(before: Json, after: Json): readonly Change[] {
  const [old, now] = [new Map(before.entries), new Map(after.entries)];
  if (old.size === 0 || now.size === 0) return [];
  const properties = [...new Set([...old.keys(), ...now.keys()])].filter(
    (one) => !LEFT_OUT.includes(one),
  );
  return properties.flatMap((property) => {
    const [a, b] = [shown(old.get(property)), shown(now.get(property))];
    if (a === b) return [];
    return [{ property: cleanText(property), before: shortened(a), after: shortened(b) }];
  });
}

/** A value as JSON without what is not set; undefined if nothing of it is, or if it is nested too deeply to be written. */
function shown(json: Json | undefined): string | undefined {
  try {
    const text = JSON.stringify(json?.plain, (key, value: unknown) =>
      value === null || LEFT_OUT.includes(key) ? undefined : value,
    );
    return ['null', '[]', '{}'].includes(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

function shortened(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return text.length > MOST ? `${cleanText(text.slice(0, MOST))}…` : cleanText(text);
}
