import { typesOf, type Schema } from '../../schema/schema';
import { textToYaml } from '../../edit/yaml-text';

/** One of the values that a schema lists. */
export interface Listed {
  readonly text: string;
  /** The text to write if the user has not typed quotes. */
  readonly yaml: string;
}

/** The values that a schema offers: those of `enum`, booleans, and well-known values of a shorthand. Never null. */
export function listedValues({
  enum: values,
  valueDescriptions,
  offered,
  ...schema
}: Schema): readonly Listed[] {
  const listed = new Map<string, Listed>();
  const add = (text: string, yaml: string) => {
    if (!listed.has(text) && offered?.includes(text) !== false) listed.set(text, { text, yaml });
  };
  for (const value of [...(values ?? []), schema.const ?? null]) {
    // A value without a description, if others have one, is the expanded form of a shorthand.
    if (value === null || (valueDescriptions && !Object.hasOwn(valueDescriptions, String(value))))
      continue;
    add(String(value), typeof value === 'string' ? textToYaml(value) : String(value));
  }
  if (!values && typesOf(schema).includes('boolean')) {
    add('true', 'true');
    add('false', 'false');
  }
  for (const value of Object.keys(valueDescriptions ?? {})) add(value, value);
  return [...listed.values()];
}
