/** Our own files in test/fixtures, of which the differential test makes mutations: are they complete, and do we read them right? */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Analysis } from '../../server/src/language/analysis';
import { configuration, profiles } from '../../server/src/language/schema';
import type { Schema } from '../../server/src/language/schema/schema';
import { keyText, type Node } from '../../server/src/language/yaml/node';
import { fixtureSamples, uriOf, type Sample } from '../support/oracle/corpus';

const accepted = fixtureSamples('accepted');
const refused = fixtureSamples('refused');

describe('fixtures', () => {
  for (const sample of accepted) {
    test(`${sample.name} has no problem`, () => {
      // The file with all kinds of numbers is about just what this warns of; others have properties by their older names.
      const { problems } = analysisOf(sample);
      assert.deepEqual(
        problems.filter(({ code }) => code !== 'read-as-number' && code !== 'deprecated-key'),
        [],
      );
    });
  }

  for (const sample of refused) {
    test(`${sample.name} has one error`, () => {
      const errors = analysisOf(sample).problems.filter(({ severity }) => severity === 'error');
      assert.equal(errors.length, 1, JSON.stringify(errors));
    });
  }

  test('every property that dstack knows stands in an accepted file', () => {
    const used = new Set(accepted.flatMap((sample) => propertiesIn(analysisOf(sample))));
    const known = [...propertiesBelow(configuration, 'file'), ...propertiesBelow(profiles, 'file')];
    const missing = [...new Set(known)].filter((property) => !used.has(property));
    assert.equal(missing.join(' '), '');
  });
});

function analysisOf({ kind, text }: Sample): Analysis {
  return new Analysis({ uri: uriOf(kind), text });
}

/** The properties in a file, each as `OWNER.KEY`, in which the owner is the property around it or the type. */
function propertiesIn({ tree, bound }: Analysis): string[] {
  const found: string[] = [];
  const pending: { node: Node; owner: string }[] = [];
  if (tree.root)
    pending.push({ node: tree.root, owner: typeIn(bound.schemaOf(tree.root)) ?? 'file' });
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, owner } = next;
    if (node.kind === 'sequence')
      pending.push(...node.items.map((item) => ({ node: item, owner })));
    if (node.kind !== 'mapping') continue;
    for (const pair of node.pairs) {
      const key = keyText(pair) ?? '';
      found.push(`${owner}.${key}`);
      pending.push({ node: pair.value, owner: key });
    }
  }
  return found;
}

/** The properties that a schema knows, named as in `propertiesIn`. */
function propertiesBelow(schema: Schema, owner: string, depth = 0): readonly string[] {
  if (depth > 12) return [];
  const inside = [...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])].flatMap(
    (option) => propertiesBelow(option, depth === 0 ? (typeIn(option) ?? owner) : owner, depth + 1),
  );
  const properties = Object.entries(schema.properties ?? {})
    .filter(([, property]) => property.removed === undefined)
    .flatMap(([key, property]) => [
      `${owner}.${key}`,
      ...propertiesBelow(property, key, depth + 1),
    ]);
  return [...properties, ...inside];
}

/** The configuration type of which a schema is. */
function typeIn(schema: Schema | undefined): string | undefined {
  return schema?.properties?.['type']?.const ?? schema?.oneOf?.map(typeIn)[0];
}
