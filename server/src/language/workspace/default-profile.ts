import { namesIn } from '../base/lookup';
import type { Range } from 'vscode-languageserver-types';
import type { Span } from '../base/span';
import type { Profile, Run } from '../coerce/values';
import { viewOf } from '../validate/rules';
import { dynamoRouter } from '../validate/rules/plan/conflicting-properties';
import { ownerOfZero } from '../validate/rules/plan/scheduled-scale-to-zero';
import { ErrorSpans } from '../validate/rules/support/error-spans';
import { replicasKey } from '../validate/rules/support/replicas';
import type { View } from '../validate/rules/support/view';
import { profiles, services } from '../validate/rules/targets';
import type { BoundDocument } from './document';

/** A property of a profile, and a place that is about it. */
export interface Setting {
  readonly property: SettingName;
  readonly range: Range;
}

type SettingName = keyof typeof EXCLUDED;

interface Exclusion {
  /** The place in a service that dstack does not accept with the property. */
  readonly placeIn: (service: View<Run>) => Span | undefined;
  /** Why, and what would be right, after the name of the property. */
  readonly reason: string;
}

/**
 * What dstack checks after it has added the properties of the profile to those of the configuration: `merged_profile` of
 * `RunSpec` in core/models/runs.py. All other checks are about one of the two files.
 */
export const EXCLUDED = {
  schedule: {
    placeIn: (service) => {
      const owner = ownerOfZero(service);
      return owner?.valueSpan(replicasKey(owner));
    },
    reason:
      'a service with a schedule cannot scale to zero: let it have at least one replica, e.g. `1..4`',
  },
  retry: {
    placeIn: (service) => dynamoRouter(service)?.valueSpan('type'),
    reason: 'dstack rejects it for a service with a `dynamo` router: remove it there',
  },
} satisfies Record<string, Exclusion>;

const PROPERTIES = namesIn(EXCLUDED);

/** The properties that dstack rejects in a service if the default profile sets them. */
export function excludedSettings(document: BoundDocument): readonly Setting[] {
  const [service] = rootsOf(document, /\bservice\b/, services);
  if (!service) return [];
  return PROPERTIES.flatMap((property) => {
    // A property of the file itself takes precedence over that of the profile.
    const isFree = !service.isUnsure(property) && !service.hasValue(property);
    const place = isFree && EXCLUDED[property].placeIn(service);
    return place ? { property, range: rangeOf(document, place) } : [];
  });
}

/** The profile that applies where none is named. Mirrors `ProfilesConfig.default` of core/models/profiles.py. */
export function defaultProfile(document: BoundDocument): View<Profile> | undefined {
  const all = rootsOf(document, /\bdefault\b/, profiles);
  return all.find((one) => one.value('default') === true);
}

/** Which of these properties the default profile sets. */
export function defaultSettings(document: BoundDocument): readonly Setting[] {
  const profile = defaultProfile(document);
  if (!profile) return [];
  return PROPERTIES.filter((property) => profile.hasValue(property)).map((property) => ({
    property,
    range: rangeOf(document, profile.keySpan(property)),
  }));
}

/** What a document has of one sort of mapping; most documents are not read for it. */
function rootsOf<T extends object>(
  { tree, coerced }: BoundDocument,
  isOne: RegExp,
  targets: (root: NonNullable<ReturnType<typeof viewOf>>) => readonly View<T>[],
): readonly View<T>[] {
  if (!tree.root || !isOne.test(tree.text) || !coerced) return [];
  const view = viewOf(tree.root, coerced, new ErrorSpans(coerced.problems));
  return view ? targets(view) : [];
}

function rangeOf({ tree: { lines } }: BoundDocument, { start, end }: Span): Range {
  return { start: lines.position(start), end: lines.position(end) };
}
