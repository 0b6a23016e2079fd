import { lookup } from '../../base/lookup';
/** Public pages of the registries; `NAME` is replaced by the image without host, tag and digest. */
const REGISTRIES: Readonly<Record<string, (name: string) => string | undefined>> = {
  'docker.io': dockerHub,
  'index.docker.io': dockerHub,
  'registry-1.docker.io': dockerHub,
  'ghcr.io': (name) => {
    const [owner, ...rest] = name.split('/');
    return owner && rest.length > 0
      ? `https://github.com/${owner}/packages/container/package/${encodeURIComponent(rest.join('/'))}`
      : undefined;
  },
  'quay.io': (name) => `https://quay.io/repository/${name}`,
  'nvcr.io': ngc,
  'public.ecr.aws': (name) => `https://gallery.ecr.aws/${name}`,
  'mcr.microsoft.com': (name) => `https://mcr.microsoft.com/artifact/mar/${name}/about`,
};

const NAME = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/;

/** The page of a Docker image at its registry; undefined for registries without pages, and for other texts. */
export function imageLink(image: string): string | undefined {
  if (image.length > 300) return undefined;
  const [withoutDigest = ''] = image.split('@');
  const path = withoutDigest.replace(/:[\w.-]+$/, '');
  const slash = path.indexOf('/');
  const first = slash < 0 ? '' : path.slice(0, slash);
  const isHost = /[.:]/.test(first) || first === 'localhost';
  const name = isHost ? path.slice(slash + 1) : path;
  if (!NAME.test(name)) return undefined;
  const host = isHost ? first : 'docker.io';
  return lookup(REGISTRIES, host)?.(name);
}

function dockerHub(name: string): string {
  const official = name.replace(/^library\//, '');
  return official.includes('/')
    ? `https://hub.docker.com/r/${official}`
    : `https://hub.docker.com/_/${official}`;
}

/** `nvidia/pytorch` or, with a team, `nvidia/tao/toolkit`. */
function ngc(name: string): string | undefined {
  const [org, team, ...rest] = name.split('/');
  if (org === undefined || team === undefined) return undefined;
  const base = `https://catalog.ngc.nvidia.com/orgs/${org}`;
  return rest.length === 0
    ? `${base}/containers/${team}`
    : `${base}/teams/${team}/containers/${rest.join('/')}`;
}
