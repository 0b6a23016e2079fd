import { typesOf, type Schema } from '../../schema/schema';
import { CATALOGUES } from './catalogues';
import { COMPLETERS } from './shorthand';
import type { Completer } from './shorthand/completer';

/** What offers values for a schema besides those that it lists; undefined where nothing is known. */
export function completerOf(schema: Schema): Completer | undefined {
  if (schema.catalogue) return CATALOGUES[schema.catalogue];
  if (schema.shorthand) return COMPLETERS[schema.shorthand];
  const isNumber = typesOf(schema).some((type) => type === 'integer' || type === 'number');
  return isNumber ? nothingMore : undefined;
}

/** Of a number what is usual and the examples is all that can be said. */
const nothingMore: Completer = () => [];
