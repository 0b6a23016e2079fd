import { withReferences } from './reference';
import type { Schema } from './schema';

interface TypeParts<Properties> {
  readonly title: string;
  /** What the type is for. */
  readonly description: string;
  readonly properties: Properties;
  readonly required?: readonly (keyof Properties & string)[];
  /** The properties that people need first; the others follow in their own order. */
  readonly first: readonly (keyof Properties & string)[];
}

/** The schema of one configuration type: `type` first, then the properties in the order of need. */
export function configurationType<Properties extends Readonly<Record<string, Schema>>>(
  type: string,
  { title, description, properties, required = [], first }: TypeParts<Properties>,
): Schema {
  return withReferences(`dstack.yml/${type}`, {
    title,
    type: 'object',
    additionalProperties: false,
    required: ['type', ...required],
    description,
    properties: {
      type: { type: 'string', const: type, description },
      ...Object.fromEntries(first.map((name) => [name, properties[name]])),
      ...properties,
    },
  });
}
