import { SHORTHANDS } from '../../shorthand';
import type { Completer } from './shorthand/completer';

/** The names of what the other files of the workspace define; of a volume with a place to mount it at. */
export const completeReference: Completer = (prefix, { refersTo, shorthand }, { workspace }) => {
  if (!workspace || !refersTo) return [];
  const { separator, withName } = (shorthand && SHORTHANDS[shorthand]) ?? {};
  if (separator?.test(prefix)) return [];
  return workspace.index.named(refersTo).map(({ name, uri }) => ({
    text: withName ? withName(name) : name,
    note: workspace.pathOf(uri),
  }));
};
