import { Analysis } from '../analysis';
import { isBefore } from '../release/version';
import { environmentOf } from '../environment';
import { DSTACK_VERSION } from '../schema/dstack-version';
import { plainText, type Starter } from '../starters';

/**
 * The newest release that something in a template needs, if that is newer than `release`; undefined if the release
 * accepts the template.
 */
export function releaseForStarter(starter: Starter, release: string): string | undefined {
  if (!isBefore(release, DSTACK_VERSION)) return undefined;
  const environment = environmentOf({ release: { version: release, source: 'setting' } });
  const text = plainText(starter);
  const uri = text.startsWith('profiles:') ? 'file:///.dstack/profiles.yml' : 'file:///.dstack.yml';
  const { problems } = new Analysis({ uri, text }, environment);
  const needed = problems.flatMap(({ data }) =>
    typeof data?.['since'] === 'string' ? data['since'] : [],
  );
  return needed.sort((a, b) => (isBefore(a, b) ? 1 : -1))[0];
}
