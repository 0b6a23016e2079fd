import { Analysis } from '../../analysis';
import { isRecord, lookup } from '../../base/lookup';
import { isTrue } from '../../coerce/truthiness';
import { valueAt } from '../../coerce/value-at';
import type { Edit } from '../../edit/edit';
import { addProperty } from '../../edit/rewrite';
import { inlineYaml } from '../../edit/yaml-text';
import { defaultInWords } from '../../meaning/markdown';
import { isBefore } from '../../release/version';
import { profileParams } from '../../schema/profile-params';
import { defaultProfile } from '../../workspace/default-profile';
import { nodesIn, type Visited } from '../../yaml/walk';

/** What a file leaves to dstack and two releases read otherwise, at an offset, and how to keep the old meaning. */
interface ChangedDefault {
  readonly at: number;
  readonly message: string;
  readonly title: string;
  /** None where it cannot be written. */
  readonly edits: readonly Edit[];
}

/** What a file leaves to dstack, and the release of the analysis reads otherwise than an older one. */
export function changedDefaults(analysis: Analysis, older: string): readonly ChangedDefault[] {
  const { root } = analysis.tree;
  return root ? [...nodesIn(root)].flatMap((one) => changesAt(one, analysis, older)) : [];
}

function changesAt(
  { node, pair, isKey }: Visited,
  analysis: Analysis,
  older: string,
): readonly ChangedDefault[] {
  const { tree, bound, coerced } = analysis;
  const { properties = {}, shorthand } = (!isKey && bound.schemaOf(node)) || {};
  const root = coerced?.value;
  const own = valueAt(root, bound.pathOf(node));
  // A text may be the shorthand of a mapping with one property.
  if (!isRecord(own) && typeof own !== 'string') return [];
  return Object.entries(properties).flatMap(([name, property]) => {
    const { until = older, default: former, keep = former, when } = property.formerly ?? {};
    const isSet = isRecord(own) && lookup(own, name) !== undefined;
    if (isSet || !isBefore(older, until) || keep === undefined) return [];
    if (when?.split(' ').every((test) => holds(root, test)) === false) return [];
    const isOfProfile = own === root && lookup(profileParams, name) !== undefined;
    if (isOfProfile && isInProfile(analysis, name)) return [];
    const yaml = inlineYaml(keep);
    const now = defaultInWords(property) ?? '';
    const unless = isOfProfile ? ', unless the profile sets it' : '';
    return {
      at: (pair?.key ?? node).span.start,
      message: `\`${name}\` is not set: \`${yaml}\` before dstack ${until}, now ${now}${unless}.`,
      title: `Write \`${name}: ${yaml}\``,
      edits: addProperty(tree, node, name, yaml, shorthand !== undefined),
    };
  });
}

/** Whether a condition of `Formerly.when` holds. */
function holds(root: unknown, test: string): boolean {
  if (test.startsWith('!')) return !holds(root, test.slice(1));
  const [path = '', expected] = test.split('=');
  const value = valueAt(root, path.split('.'));
  return expected === undefined ? isTrue(value) : String(value) === expected;
}

/** Whether the default profile sets a property, as far as it is known. Whoever applies the file can name another. */
function isInProfile({ source, environment }: Analysis, name: string): boolean {
  const profiles = environment.workspace?.profiles?.(source.uri);
  return (
    profiles !== undefined &&
    defaultProfile(new Analysis(profiles, environment))?.isGiven(name) === true
  );
}
