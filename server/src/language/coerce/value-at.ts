import { isList, isRecord, lookup } from '../base/lookup';

/** What dstack's models hold at a path of keys and indices; undefined if there is nothing. */
export function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root;
  for (const step of path) {
    if (isList(value)) value = value[Number(step)];
    else value = isRecord(value) ? lookup(value, String(step)) : undefined;
  }
  return value;
}
