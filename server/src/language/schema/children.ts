/** The keywords under which a schema holds further schemas. */
export interface Nested<T> {
  readonly properties?: Readonly<Record<string, T>>;
  readonly items?: T;
  readonly additionalProperties?: false | T;
  readonly propertyNames?: T;
  readonly oneOf?: readonly T[];
}

/** A copy in which `map` has replaced every direct child schema; `name` is the name of a property. */
export function mapChildren<T extends Nested<T>>(
  schema: T,
  map: (child: T, name?: string) => T,
): T {
  const { properties, items, additionalProperties, propertyNames, oneOf } = schema;
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, map(property, name)]),
      ),
    }),
    ...(items && { items: map(items) }),
    ...(additionalProperties && { additionalProperties: map(additionalProperties) }),
    ...(propertyNames && { propertyNames: map(propertyNames) }),
    ...(oneOf && { oneOf: oneOf.map((option) => map(option)) }),
  };
}
