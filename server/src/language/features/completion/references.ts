import type { Completer } from './shorthand/completer';

/** The names of what the other files of the workspace define; of a volume with a place to mount it at. */
export const completeReference: Completer = (prefix, { refersTo, shorthand }, { workspace }) => {
  if (!workspace || !refersTo) return [];
  const isMount = shorthand === 'mount-point';
  if (isMount && prefix.includes(':')) return [];
  return workspace.index.named(refersTo).map(({ name, uri }) => ({
    text: isMount ? `${name}:/${name}` : name,
    note: workspace.pathOf(uri),
  }));
};
