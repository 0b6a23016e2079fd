import Ajv2020 from 'ajv/dist/2020';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapChildren } from '../../../server/src/language/schema/children';
import { exportSchema, SCHEMAS, type Form } from '../../../server/src/language/schema';
import { table } from '../../support/table';

const validatorOf = (kind: keyof typeof SCHEMAS, form: Form) => {
  const ajv = new Ajv2020({ discriminator: true, allowUnionTypes: true, strictRequired: false });
  return ajv.compile(exportSchema(SCHEMAS[kind], form));
};

const task = { type: 'task', commands: ['true'] };

for (const form of ['coerced', 'written'] as const) {
  test(`the ${form} form is plain JSON Schema that accepts a task and refuses a misspelt key`, () => {
    const validate = validatorOf('configuration', form);
    assert.equal(validate(task), true);
    assert.equal(validate({ ...task, comands: [] }), false);
    assert.equal(validate({ ...task, type: 'job' }), false);
  });

  test(`the ${form} form of profiles asks for the list`, () => {
    const validate = validatorOf('profiles', form);
    assert.equal(validate({ profiles: [{ name: 'gcp', backends: ['gcp'] }] }), true);
    assert.equal(validate({}), false);
  });
}

test('the written form takes the short forms, the coerced form what they stand for', () => {
  const written = { ...task, resources: { gpu: 'H100:8', memory: '64GB..' }, ports: [8080] };
  const coerced = {
    ...task,
    resources: {
      gpu: { name: ['H100'], count: { min: 8, max: 8 } },
      memory: { min: 64, max: null },
    },
    ports: [{ container_port: 8080 }],
  };
  assert.equal(validatorOf('configuration', 'written')(written), true);
  assert.equal(validatorOf('configuration', 'coerced')(written), false);
  assert.equal(validatorOf('configuration', 'coerced')(coerced), true);
});

table(
  'a property that dstack removed is in neither form',
  ['coerced', 'written'] as const,
  (form) => {
    const removed = {
      title: 'Mapping',
      type: 'object',
      additionalProperties: false,
      properties: { kept: { type: 'string' }, gone: { type: 'string', removed: '0.19.0' } },
    } as const;

    assert.deepEqual(Object.keys(exportSchema(removed, form).properties ?? {}), ['kept']);
  },
);

test('shared parts stand once in $defs', () => {
  const { $defs } = exportSchema(SCHEMAS.configuration) as { $defs: Record<string, object> };
  const bodies = Object.values($defs).map((part) => JSON.stringify(part));
  assert.equal(new Set(bodies).size, bodies.length);
  assert.ok(bodies.length > 5);
  for (const part of Object.values($defs)) mapChildren(part, (child) => child);
});
