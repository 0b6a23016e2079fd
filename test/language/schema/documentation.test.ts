import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXPLAINED_BY_SCHEMA } from '../../../server/src/language/meaning';
import { SCHEMAS } from '../../../server/src/language/schema';
import { typesOf, type Schema } from '../../../server/src/language/schema/schema';

/**
 * Each property and list item below a schema, with its path. Left out is what dstack no longer knows, and the keys that
 * it fills in itself and nobody should write.
 */
function* documented(schema: Schema, path: string): Generator<readonly [string, Schema]> {
  const named = Object.entries(schema.properties ?? {});
  const free = schema.additionalProperties ? [['*', schema.additionalProperties] as const] : [];
  const items = schema.items ? [['0', schema.items] as const] : [];
  for (const [name, child] of [...named, ...free, ...items]) {
    if (child.removed !== undefined || schema.title === 'SSH key') continue;
    yield [`${path}.${name}`, child];
    yield* documented(child, `${path}.${name}`);
  }
  for (const option of schema.oneOf ?? [])
    yield* documented(option, `${path}|${option.title ?? ''}`);
}

const ALL = Object.entries(SCHEMAS).flatMap(([kind, schema]) => [...documented(schema, kind)]);

/** Types whose values need no example. */
function isSelfEvident(schema: Schema): boolean {
  const types = typesOf(schema).filter((type) => type !== 'null');
  const isSwitch = types.every((type) => type === 'boolean');
  const isMapping = types.every((type) => type === 'object') && schema.properties !== undefined;
  return isSwitch || isMapping;
}

function check(what: string, isRight: (schema: Schema) => boolean) {
  const missing = ALL.filter(([, schema]) => !isRight(schema)).map(([path]) => path);
  assert.deepEqual([...new Set(missing)], [], what);
}

test('every property says what it does', () => {
  assert.ok(ALL.length > 500, `${String(ALL.length)} properties`);
  check('no description', ({ description = '' }) => description.length > 10);
});

test('every property has an example, lists its values or needs neither', () => {
  check('no example', (schema) => {
    const { examples, enum: values, const: constant, deprecated } = schema;
    const shown = (examples ?? values ?? []).length > 0 || constant !== undefined;
    return shown || deprecated !== undefined || isSelfEvident(schema);
  });
});

test('every value of a closed set is described', () => {
  check(
    'values without a description',
    ({ enum: values = [], valueDescriptions = {}, shorthand }) =>
      shorthand?.endsWith('duration') === true ||
      values.every((value) => value === null || Object.hasOwn(valueDescriptions, String(value))),
  );
});

test('what the grammar of a property does not explain, the schema does', () => {
  const bySchema: readonly string[] = EXPLAINED_BY_SCHEMA;
  check(
    'no meaning of a value',
    ({ shorthand = '', valueMeaning, valueDescriptions }) =>
      !bySchema.includes(shorthand) ||
      valueMeaning !== undefined ||
      valueDescriptions !== undefined,
  );
});

test('properties that exclude each other are properties of the same mapping', () => {
  for (const [path, { properties = {} }] of ALL) {
    for (const [name, { excludes = [] }] of Object.entries(properties)) {
      for (const other of excludes) {
        assert.ok(Object.hasOwn(properties, other), `${path}.${name} excludes ${other}`);
      }
    }
  }
});
