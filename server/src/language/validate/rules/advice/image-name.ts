import { quote } from '../../../base/words';
import type { Container, Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import { planLooksAtImage } from '../plan/interpolation/image';
import type { Rule } from '../rule';
import { groupsOf } from '../support/groups';
import type { View } from '../support/view';

/**
 * An image that no registry can have, by the grammar of https://github.com/distribution/reference, which registries and
 * Docker share. The server asks the registry for any name, so most are warnings: dstack accepts the file itself. It
 * rejects a name with a registry that has no address.
 */
export const imageName: Rule<Run> = {
  codes: ['image-name'],
  check(run, report) {
    const owners: readonly View<Container>[] = [run, ...groupsOf(run).map(({ view }) => view)];
    for (const owner of owners) {
      const image = owner.value('image');
      const fault = image ? faultOf(image) : undefined;
      if (!image || fault === undefined) continue;
      const isError = isUnreachable(image) && planLooksAtImage(run);
      // Expressions have a warning of their own.
      if (!isError && image.includes('${{')) continue;
      const meant = meantImage(image);
      const advice = meant === undefined ? '' : ` Did you mean ${quote(meant)}?`;
      report(
        problem('image-name', owner.valueSpan('image'), `${fault}${advice}`, {
          severity: isError ? 'error' : 'warning',
          data: { given: image, ...(meant !== undefined && { suggestion: meant }) },
        }),
      );
    }
  },
};

/** The address of a page of Docker Hub. */
const PAGE = /^(?:https?:\/\/)?hub\.docker\.com\//i;

/** The image that a page is about: `/r/OWNER/NAME` or `/_/NAME`, perhaps with a tag. */
const IMAGE_OF_PAGE = /^(?:r\/([^/?#]+\/[^/?#]+)|_\/([^/?#]+))/;

const REPOSITORY =
  /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const REGISTRY = /^(?:[a-z0-9][a-z0-9.-]*|\[[0-9a-f:]+\])(?::[0-9]+)?$/i;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z][a-z0-9]*(?:[-_+.][a-z][a-z0-9]*)*:[0-9a-f]{32,}$/i;

/** What is wrong with the name of an image; undefined if a registry can have it. */
function faultOf(image: string): string | undefined {
  const { registry, repository, tag, digest } = partsOf(image);
  if (PAGE.test(image)) return `${quote(image)} is a page of Docker Hub, not the name of an image.`;
  if (/^[a-z]+:\/\//i.test(image))
    return `${quote(image)} is an address: the name of an image has no \`://\`.`;
  if (image.includes('$'))
    return `dstack does not replace variables in \`image\`: ${quote(image)} is used as it is.`;
  if (/\s/.test(image)) return `${quote(image)} is not the name of an image: it has no spaces.`;
  if (registry !== undefined && (!REGISTRY.test(registry) || isUnreachable(image)))
    return `${quote(registry)} is not the address of a registry.`;
  if (tag !== undefined && !TAG.test(tag))
    return `${quote(tag)} is not a tag: use letters, digits, \`_\`, \`.\` and \`-\`.`;
  if (digest !== undefined && !DIGEST.test(digest))
    return `${quote(digest)} is not a digest, such as \`sha256:\` and 64 hexadecimal digits.`;
  if (REPOSITORY.test(repository)) return undefined;
  return /[A-Z]/.test(repository)
    ? `${quote(repository)} is not the name of an image: it has no capital letters.`
    : `${quote(repository)} is not the name of an image.`;
}

/** Whether the address of the registry is not one: `docker:python/3`. Mirrors `requests`, with which the server asks. */
function isUnreachable(image: string): boolean {
  const { registry } = partsOf(image);
  if (registry === undefined) return false;
  const [, port] = ADDRESS.exec(registry) ?? [NaN, NaN];
  return !(Number(port ?? 0) <= 65535);
}

/** A host and its port; other signs than those of ASCII are not in the names of hosts. */
const ADDRESS =
  /^(?:\[[0-9a-f:]+\]|(?![*.])(?:[\p{L}\p{M}\p{N}]|[!-~](?<![:%[\]]))+)(?::([0-9]*))?$/iu;

interface ImageParts {
  readonly registry: string | undefined;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Mirrors `parse_image_name` of utils/docker.py. */
function partsOf(image: string): ImageParts {
  const [name, digest] = split(image, '@');
  const [path, tag] = split(name, ':');
  const slash = path.indexOf('/');
  const first = path.slice(0, Math.max(0, slash));
  const hasRegistry = first === 'localhost' || /[.:]/.test(first);
  return {
    registry: hasRegistry ? first : undefined,
    repository: hasRegistry ? path.slice(slash + 1) : path,
    tag,
    digest,
  };
}

/** The text before the last `mark` in the last component, and the text after it. */
function split(text: string, mark: string): readonly [string, string | undefined] {
  const at = text.lastIndexOf(mark);
  return at <= text.lastIndexOf('/') ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** The image of a page, or the name without what is not part of a name, in small letters; undefined if it is not a name either. */
function meantImage(image: string): string | undefined {
  const bare = PAGE.test(image) ? imageOfPage(image) : withoutScheme(image);
  if (bare === undefined) return undefined;
  const { repository } = partsOf(bare);
  const meant = bare.replace(repository, repository.toLowerCase());
  return meant !== image && faultOf(meant) === undefined ? meant : undefined;
}

function imageOfPage(image: string): string | undefined {
  const [, owned, official] = IMAGE_OF_PAGE.exec(image.replace(PAGE, '')) ?? [];
  return owned ?? official;
}

function withoutScheme(image: string): string {
  return image
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/(?<!\/)\/+$/, '');
}
