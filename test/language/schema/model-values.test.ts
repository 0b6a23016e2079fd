import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type * as TypeScript from 'typescript';
import { configuration, profiles } from '../../../server/src/language/schema';
import { typesOf, type Schema } from '../../../server/src/language/schema/schema';
import { repositoryPath } from '../../support/repository';

const ts = createRequire(repositoryPath('package.json'))('typescript') as typeof TypeScript;

const FILE = repositoryPath('server/src/language/coerce/values.ts');

/** The interfaces for whole files and profiles; others are compared where these have them. */
const ROOTS: Readonly<Record<string, readonly Schema[]>> = {
  Run: ofTypes('dev-environment', 'task', 'service'),
  Fleet: ofTypes('fleet'),
  Gateway: ofTypes('gateway'),
  Volume: ofTypes('volume'),
  Preset: ofTypes('preset'),
  Root: [configuration, profiles],
};

function ofTypes(...types: readonly string[]): readonly Schema[] {
  const all = configuration.oneOf ?? [];
  return all.filter(({ properties, oneOf: [first] = [] }) =>
    types.includes(String((properties ?? first?.properties)?.['type']?.const)),
  );
}

/** A schema, or its alternatives. */
function variants(schema: Schema): readonly Schema[] {
  return schema.oneOf ? schema.oneOf.flatMap(variants) : [schema];
}

/** Names of the types of JSON; an integer is a number. */
function jsonTypes(schemas: readonly Schema[]): readonly string[] {
  return schemas.flatMap((schema) =>
    typesOf(schema).map((type) => (type === 'integer' ? 'number' : type)),
  );
}

/** Compares the types with the schema, and gives what it has compared. */
class Comparison {
  /** By the place of its declaration: what the schema accepts for a property, and what its type has. */
  readonly properties = new Map<string, { accepted: Set<string>; typed: Set<string> }>();
  private readonly checker: TypeScript.TypeChecker;
  readonly source: TypeScript.SourceFile | undefined;

  constructor() {
    const program = ts.createProgram([FILE], { strict: true, noEmit: true, skipLibCheck: true });
    this.checker = program.getTypeChecker();
    this.source = program.getSourceFile(FILE);
  }

  mapping(name: string, type: TypeScript.Type, schemas: readonly Schema[]): void {
    for (const property of type.getProperties()) {
      const found = schemas
        .flatMap(variants)
        .flatMap((one) => one.properties?.[property.name] ?? []);
      this.property(`${name}.${property.name}`, property, found);
    }
    const free = schemas.flatMap(({ additionalProperties }) => additionalProperties || []);
    const index = type.getStringIndexType();
    if (index) this.types(`${name}[*]`, index, free);
  }

  private property(path: string, property: TypeScript.Symbol, schemas: readonly Schema[]): void {
    const [declared] = property.declarations ?? [];
    const place = `${declared?.getSourceFile().fileName ?? ''}:${String(declared?.pos)} ${property.name}`;
    const { accepted, typed } = this.properties.get(place) ?? {
      accepted: new Set<string>(),
      typed: new Set<string>(),
    };
    this.properties.set(place, { accepted, typed });
    // An interface may have what only some of its places have: `nodes` is for groups of tasks.
    if (schemas.length === 0) return;
    for (const one of jsonTypes(schemas)) accepted.add(one);
    const type = this.checker.getTypeOfSymbol(property);
    for (const one of this.types(path, type, schemas)) typed.add(one);
  }

  /** The types of JSON that a type has; what it has in it is compared with the schemas. */
  private types(path: string, type: TypeScript.Type, schemas: readonly Schema[]): Set<string> {
    const names = new Set<string>();
    for (const part of type.isUnion() ? type.types : [type]) {
      if (part.flags & ts.TypeFlags.Undefined) continue;
      names.add(this.nameOf(part));
      if (this.checker.isArrayType(part)) {
        const [item] = this.checker.getTypeArguments(part as TypeScript.TypeReference);
        const items = schemas.flatMap(({ items }) => items ?? []);
        assert.ok(item && items.length > 0, `${path} has items`);
        const known = this.types(`${path}[]`, item, items);
        for (const one of jsonTypes(items)) assert.ok(known.has(one), `${path}[] can be ${one}`);
      } else if (part.flags & ts.TypeFlags.Object) {
        this.mapping(path, part, schemas);
      }
    }
    return names;
  }

  private nameOf(type: TypeScript.Type): string {
    if (type.flags & ts.TypeFlags.Null) return 'null';
    if (type.flags & ts.TypeFlags.BooleanLike) return 'boolean';
    if (type.flags & ts.TypeFlags.StringLike) return 'string';
    if (type.flags & ts.TypeFlags.NumberLike) return 'number';
    return this.checker.isArrayType(type) ? 'array' : 'object';
  }

  /** The type of an interface of the file. */
  typeOf(name: string): TypeScript.Type {
    const declared = this.source?.statements.find(
      (one) => ts.isInterfaceDeclaration(one) && one.name.text === name,
    );
    assert.ok(declared, name);
    return this.checker.getTypeAtLocation(declared);
  }
}

test('the types of what models hold are those of the schema', () => {
  const comparison = new Comparison();
  for (const [name, schemas] of Object.entries(ROOTS)) {
    assert.ok(schemas.length > 0, name);
    comparison.mapping(name, comparison.typeOf(name), schemas);
  }
  assert.ok(comparison.properties.size > 80, String(comparison.properties.size));
  for (const [place, { accepted, typed }] of comparison.properties) {
    assert.ok(accepted.size > 0, `the schema has no ${place}`);
    assert.deepEqual([...typed].sort(), [...accepted].sort(), place);
  }
});
