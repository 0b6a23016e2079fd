import { typesOf, type Schema } from '../../schema/schema';
import { SHORTHANDS } from '../../shorthand';
import { CATALOGUES } from './catalogues';
import { liveChoices } from './live';
import { completePath } from './paths';
import { COMPLETERS } from './shorthand';
import type { Completer } from './shorthand/completer';

/** Suggests values for a schema in addition to those that it lists; undefined if nothing is known. */
export function completerOf(schema: Schema): Completer | undefined {
  const completers = [
    schema.refersTo && completeReference,
    schema.localPath && completePath,
    ownCompleterOf(schema),
  ].filter((one) => one !== undefined);
  if (completers.length === 0) return undefined;
  return (prefix, ...rest) => completers.flatMap((complete) => complete(prefix, ...rest));
}

/** Whether the suggestions come from the document and its surroundings. */
export function looksAround({ refersTo, localPath, textDeclares }: Schema): boolean {
  return refersTo !== undefined || localPath !== undefined || textDeclares !== undefined;
}

function ownCompleterOf(schema: Schema): Completer | undefined {
  if (schema.catalogue) return CATALOGUES[schema.catalogue];
  if (schema.shorthand) return COMPLETERS[schema.shorthand];
  const isNumber = typesOf(schema).some((type) => type === 'integer' || type === 'number');
  return isNumber ? nothingMore : undefined;
}

/** For numbers only usual values and the examples are known. */
const nothingMore: Completer = () => [];

/** The names that other files of the workspace define, then those of the server; for a volume with a mount path. */
const completeReference: Completer = (prefix, { refersTo, shorthand }, { workspace, live }) => {
  if (!refersTo) return [];
  const { separator, withName } = (shorthand && SHORTHANDS[shorthand]) ?? {};
  if (separator?.test(prefix)) return [];
  const inFiles = workspace?.index.named(refersTo) ?? [];
  const taken = new Set(inFiles.map(({ name }) => name));
  const ofFiles = inFiles.map(({ name, uri }) => ({
    text: withName ? withName(name) : name,
    ...(workspace && { note: workspace.pathOf(uri) }),
  }));
  return [...ofFiles, ...liveChoices(live, refersTo, taken, withName)];
};
