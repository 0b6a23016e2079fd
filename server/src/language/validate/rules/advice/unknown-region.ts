import { CATALOGUE } from '../../../catalogue';
import { meantRegion } from '../../../catalogue/meant-region';
import { listOfNames, quote } from '../../../base/words';
import type { Span } from '../../../base/span';
import type { Gateway, ProfileParams, Volume } from '../../../coerce/values';
import { problem, type Problem } from '../../../problem/problem';
import type { Rule } from '../rule';

/** The regions that instances may be in. dstack accepts every name, and then finds no offers. */
export const regionsOfBackends: Rule<Pick<ProfileParams, 'backends' | 'regions'>> = {
  codes: ['unknown-region'],
  check(owner, report) {
    if (owner.isUnsure('backends')) return;
    const backends = owner.value('backends') ?? [];
    for (const { node, value } of owner.items('regions')) {
      if (value !== undefined)
        for (const one of unknownRegion(value, backends, node.span)) report(one);
    }
  },
};

/** The region of a volume or a gateway. */
export const regionOfBackend: Rule<Pick<Volume | Gateway, 'backend' | 'region'>> = {
  codes: ['unknown-region'],
  check(owner, report) {
    const [backend, region] = [owner.value('backend'), owner.value('region')];
    if (backend === undefined || region == null) return;
    for (const one of unknownRegion(region, [backend], owner.valueSpan('region'))) report(one);
  },
};

/** A region of another cloud, or a slip. The lists of regions are not complete, so other unknown names may be right. */
function unknownRegion(region: string, backends: readonly string[], at: Span): readonly Problem[] {
  const lists = Object.entries(CATALOGUE.regions);
  const named = backends.length > 0 ? lists.filter(([name]) => backends.includes(name)) : lists;
  const regions = [...new Set(named.flatMap(([, names]) => names))];
  const has = (names: readonly string[]) => names.includes(region.toLowerCase());
  if (has(regions) || regions.length === 0) return [];
  const areListed = named.length === new Set(backends).size;
  const owners = areListed ? lists.flatMap(([name, names]) => (has(names) ? name : [])) : [];
  const suggestion = meantRegion(region, regions);
  if (suggestion === undefined && owners.length === 0) return [];
  const whose = backends.length > 0 ? ` of ${listOfNames(backends, 'or')}` : '';
  const fact =
    owners.length > 0
      ? `${quote(region)} is a region of ${listOfNames(owners)}, not${whose}.`
      : `${quote(region)} is not a region${whose}.`;
  const advice = suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`;
  return [
    problem('unknown-region', at, fact + advice, {
      severity: 'warning',
      data: { given: region, ...(suggestion !== undefined && { suggestion }) },
    }),
  ];
}
