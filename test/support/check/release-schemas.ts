import { schemasAt } from '../../../server/src/language/release/at';
import type { Schema } from '../../../server/src/language/schema/schema';

const RUNS = ['task', 'service', 'dev-environment'];

/**
 * What the schema of a release has at a path of test/oracle/release_facts.py: `Fleet.resources.gpu`; without a
 * configuration type of those of runs.
 */
export function schemasOf(release: string, path: readonly string[]): readonly Schema[] {
  const { configuration, profiles } = schemasAt(release);
  const [first = '', ...rest] = path;
  const isType = /^[A-Z]/.test(first);
  const types = isType ? [first.replace(/\B[A-Z]/g, '-$&').toLowerCase()] : RUNS;
  const roots =
    first === 'Profiles' ? [profiles] : (configuration.oneOf ?? []).filter(ofType(types));
  return stepsInto(roots, isType ? rest : path);
}

function stepsInto(schemas: readonly Schema[], steps: readonly string[]): readonly Schema[] {
  return steps.reduce((found, name) => found.flatMap((one) => propertiesOf(one, name)), schemas);
}

const ofType = (types: readonly string[]) => (schema: Schema) => {
  const alternatives = variants(schema);
  return alternatives.some((one) => types.includes(String(one.properties?.['type']?.const)));
};

/** A schema with the items of its list and the alternatives of its mapping, in the forms that the release has. */
export function variants(schema: Schema): readonly Schema[] {
  const { items, oneOf = [], lacks } = schema;
  if (lacks?.property !== undefined) return [];
  const inside = items && lacks?.forms?.list === undefined ? [items, ...oneOf] : oneOf;
  return [schema, ...inside.flatMap(variants)];
}

function propertiesOf(schema: Schema, name: string): readonly Schema[] {
  return variants(schema)
    .filter(({ lacks }) => lacks?.forms?.mapping === undefined)
    .flatMap(({ properties }) => properties?.[name] ?? [])
    .filter(({ removed, lacks }) => removed === undefined && lacks?.property === undefined);
}
