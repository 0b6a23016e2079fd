// What only the owner can decide before a release.
import { hasRepository } from './addresses.mjs';

/**
 * What is still open, as a code and a sentence.
 *
 * @param tag the tag of the release, if there is one
 */
export function openPoints(manifest, changelog, tag) {
  const { version } = manifest;
  const points = [];
  if (!hasRepository(manifest))
    points.push({
      code: 'repository',
      text: '`repository` in package.json is the neutral value. Set it to https://github.com/OWNER/NAME.',
    });
  if (!changelog.includes(`\n## ${version}`))
    points.push({
      code: 'changelog',
      text: `CHANGELOG.md has no section "## ${version}": rename "## Unreleased".`,
    });
  if (tag !== undefined && tag !== `v${version}`)
    points.push({ code: 'tag', text: `The tag is ${tag}, and package.json has ${version}.` });
  return points;
}
