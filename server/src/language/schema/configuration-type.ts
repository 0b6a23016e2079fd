import { withReferences } from './reference';
import type { JsonValue, Schema } from './schema';

interface TypeParts<Properties> {
  readonly title: string;
  /** What the type is for. */
  readonly description: string;
  /** A small complete configuration. */
  readonly example: { readonly [key: string]: JsonValue };
  readonly properties: Properties;
  readonly required?: readonly (keyof Properties & string)[];
  /** The properties that people need first; the others follow in their own order. */
  readonly first: readonly (keyof Properties & string)[];
  /** The release that brought the type. */
  readonly since?: string;
}

/** The schema of one configuration type: `type` first, then the properties in the order of need. */
export function configurationType<Properties extends Readonly<Record<string, Schema>>>(
  type: string,
  { title, description, example, properties, required = [], first, since }: TypeParts<Properties>,
): Schema {
  return withReferences(`dstack.yml/${type}`, {
    title,
    type: 'object',
    additionalProperties: false,
    required: ['type', ...required],
    description,
    examples: [{ type, ...example }],
    ...(since === undefined ? {} : { since }),
    properties: {
      type: { type: 'string', const: type, description },
      ...Object.fromEntries(first.map((name) => [name, properties[name]])),
      ...properties,
    },
  });
}
