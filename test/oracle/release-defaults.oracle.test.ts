/**
 * The defaults that we say for a release are those of its models, and those that its code fills in. `npm run
 * test:releases` asks all releases, `npm test` 0.20.29, one that rotates and the newest.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coerce } from '../../server/src/language/coerce/coerce';
import { DSTACK_VERSION } from '../../server/src/language/schema/dstack-version';
import type { Schema } from '../../server/src/language/schema/schema';
import { parse } from '../../server/src/language/yaml/parse';
import { schemasOf } from '../support/check/release-schemas';
import { pythonForOracle } from '../support/oracle/python';
import { askReleaseFacts, RELEASES } from '../support/oracle/releases';

/** Properties that models leave open, and who gives them their default. */
const BY_CODE: readonly (readonly [path: RegExp, who: string])[] = [
  [/(?:^|\.)(?:max|idle|stop)_duration$/, 'job configurators and DEFAULT_* of profiles.py: `code`'],
  [/(?:^|\.)retry(?:\.duration)?$/, 'get_retry of core/services/profiles.py: `code`'],
  [/^inactivity_duration$/, 'the models have null for `off`'],
  [/(?:^|\.)(?:spot|creation)_policy$/, 'job configurators, RunSpec and get_fleet_requirements'],
  [/(?:^|\.)(?:startup_order|stop_criteria|single_branch)$/, 'job configurators'],
  [/(?:^|\.)(?:nvcc|docker)$/, 'bool(None) where the image is chosen'],
  [/^(?:priority|https)$/, 'validate_run_spec_and_set_defaults'],
  [
    /^(?:working_dir|repos\.path)$/,
    'before 0.20: BaseRunConfigurator.apply_configuration of the command line',
  ],
  [/^(?:nodes|replicas)$/, '1 where there are no groups'],
  [/(?:^|\.)scaling\.window$/, 'DEFAULT_SCALING_WINDOW'],
  [/^probes\./, 'DEFAULT_PROBE_*'],
  [/(?:^|\.)backend_options\./, 'VASTAI_DEFAULT_*'],
  [/^Fleet\.(?:nodes\.min|placement)$/, 'FleetNodesSpec and is_cloud_cluster'],
  [/^Fleet\.ssh_config\..*port$|^Fleet\.ssh_config\.port$/, 'the port of SSH'],
  [/^Gateway\.(?:replicas|certificate)$/, 'GATEWAY_REPLICAS_DEFAULT, and the server'],
  [/^Volume\.(?:auto_cleanup_duration|region)$/, 'no clean-up; a region is required or not used'],
  [/(?:^|\.)resources\.gpu$/, 'before 0.20.10: no requirement, as with `0..`'],
  // The property is required there.
  [/^model\.type$|^Profiles\.profiles\.name$/, 'the default is not used'],
  [/^Preset\./, 'the command line'],
];

/** Defaults of models that are not said. */
const UNSAID: readonly (readonly [path: RegExp, reason: string])[] = [
  [/^(?:Gateway\.)?router\.|retry_policy\./, 'removed: only its values are checked'],
  [/(?:^|\.)router\.type$/, '`sglang` before 0.22.4: the same, under its older name'],
  [/^Volume\.backend$/, 'the tag of a union, which must be there'],
];

const newest = pythonForOracle() && !RELEASES.includes(DSTACK_VERSION) ? [DSTACK_VERSION] : [];
const releases = [...RELEASES, ...newest];

test('releases can be asked', { skip: releases.length === 0 && 'no dstack' }, () => {
  assert.ok(releases.length > 0);
});

for (const release of releases) {
  test(`the defaults of dstack ${release} are those that we say`, async (t) => {
    const { properties, code } = await askReleaseFacts(release);
    let count = 0;
    const found = Object.entries(properties).flatMap(([path, { value }]) =>
      schemasOf(release, path.split('.')).flatMap((schema) => {
        count++;
        return isSame(path, schema, value) ? [] : shown(path, schema, value);
      }),
    );
    for (const [path, seconds] of Object.entries(code))
      for (const schema of schemasOf(release, path.split('.'))) {
        count++;
        // Without a limit, it is `off`.
        const ours = inModels(schema);
        if (ours !== json(seconds ?? 'off')) found.push(shown(path, schema, seconds));
      }
    t.diagnostic(`figure: ${release}, ${String(count)} defaults`);
    assert.ok(count > 100);
    assert.deepEqual([...new Set(found)], []);
  });
}

function isSame(path: string, schema: Schema, theirs: unknown): boolean {
  const isOpen = theirs === null || json(theirs) === '{}' || json(theirs) === '[]';
  if (schema.default === undefined)
    return (
      isOpen ||
      schema.const !== undefined ||
      schema.defaultDescription !== undefined ||
      UNSAID.some(([one]) => one.test(path))
    );
  if (isOpen && json(schema.default) !== json(theirs))
    return BY_CODE.some(([one]) => one.test(path));
  // A name that was changed later is read as the new one; the count of a CPU was all there was of it.
  const forms = [json(schema.default), inModels(schema)];
  return [
    ...forms,
    ...forms.map((one) => one.replace('{"count":{"min":2}}', '{"min":2}')),
  ].includes(json(theirs));
}

/** A default as the models hold it. */
function inModels(schema: Schema): string {
  const { root } = parse(JSON.stringify(schema.default ?? null));
  return json(root && coerce(root, schema).value);
}

function shown(path: string, schema: Schema, theirs: unknown): string {
  return `${path}: ${inModels(schema)}, in dstack ${json(theirs)}`;
}

/** With keys in order; properties that are null say nothing. */
function json(value: unknown): string {
  return JSON.stringify(withoutNulls(value ?? null));
}

function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.sort().map(([key, inner]) => [key, withoutNulls(inner)]));
}
