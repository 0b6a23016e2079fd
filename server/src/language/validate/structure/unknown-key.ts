import { problem } from '../../problem/problem';
import type { Schema } from '../../schema/schema';
import { propertyOf } from '../../schema/variant';
import { likelyNames } from '../../schema/synonyms';
import { findPair, isEmptyScalar, resolveAlias } from '../../yaml/node';
import { mappingName, schemaOf, type Translate } from './place';
import { removedKey } from './removed-key';

/** `additionalProperties: false`: a key that the models do not know, with the one that was probably intended. */
export const unknownKey: Translate = (error, place) => {
  const key = String(error.params['additionalProperty']);
  const mapping = resolveAlias(place.node);
  if (mapping.kind !== 'mapping') return undefined;
  const pair = findPair(mapping, key);
  const schema = schemaOf(place);
  const at = pair?.key.span ?? mapping.span;
  const removed = removedKey(key, at, place);
  if (removed) return removed;
  // An older release has what was removed later.
  if (propertyOf(schema, key)) return undefined;
  const known = Object.keys(schema.properties ?? {}).filter(
    (name) => !propertyOf(schema, name)?.removed,
  );
  const free = known.filter((name) => !findPair(mapping, name));
  const [, glued] = /^([\w-]+):[^\s/]/.exec(key) ?? [];
  const isGlued = glued !== undefined && free.includes(glued) && pair && isEmptyScalar(pair.value);
  const suggestion = isGlued ? glued : likelyNames(key, free)[0];
  const advice = suggestion ? ` Did you mean \`${suggestion}\`?` : belonging(schema, key);
  return problem(
    'unknown-key',
    at,
    isGlued
      ? `Missing space after the colon in \`${glued}:\`.`
      : `\`${key}\` is not a property of ${mappingName(place)}.${advice}`,
    {
      data: { key, mapping: place.path.join('/'), ...(suggestion ? { suggestion } : {}) },
    },
  );
};

/** Tells of the one property of a mapping whose value has a property `key`; empty where there is none, or several. */
function belonging({ properties }: Schema, key: string): string {
  const owners = Object.entries(properties ?? {}).filter(
    ([, { properties: inner, removed }]) =>
      removed === undefined && inner !== undefined && Object.hasOwn(inner, key),
  );
  const [owner] = owners.length === 1 ? (owners[0] ?? []) : [];
  return owner === undefined ? '' : ` It belongs in \`${owner}\`.`;
}
