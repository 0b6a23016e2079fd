import { parse } from 'yaml';
import { Json } from './answers/json';
import { isProjectName } from './paths';
import { t } from './texts';

/** A project of a server that the user may use. The token is a function, so no message or state can contain it. */
export interface Connection {
  readonly project: string;
  /** Without a slash at the end. */
  readonly url: string;
  readonly token: () => string;
}

/** What the user's own settings of dstack say. */
export interface Connections {
  readonly all: readonly Connection[];
  /** The project that the command line would use. */
  readonly chosen?: Connection;
  /** Why there is none, with what to do. */
  readonly problem?: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

const login = () => t('Use `dstack login` or `dstack project add` to add one.');

/**
 * The projects that the command line can use: `DSTACK_SERVER_URL` with `DSTACK_TOKEN`, else `~/.dstack/config.yml`.
 * `project` is what the user has chosen, `config` the text of the file. Mirrors `get_api_client` of
 * `core/services/api_client.py`.
 */
export function connectionsOf(
  config: string | undefined,
  { DSTACK_SERVER_URL: url, DSTACK_TOKEN: token, DSTACK_PROJECT: named }: Variables,
  project: string | undefined = named,
): Connections {
  if (url !== undefined && token !== undefined) return ofVariables(url, token, project);
  const projects = config === undefined ? [] : projectsIn(config);
  if (projects === undefined)
    return {
      all: [],
      problem: t('`~/.dstack/config.yml` is not what dstack writes: it needs a list `projects`.'),
    };
  const all = projects.map((one) => ({ ...one, token: () => token ?? one.token() }));
  const chosen = all.find((one) =>
    project === undefined ? one.isDefault : one.project === project,
  );
  return chosen ? { all, chosen } : { all, problem: noneChosen(all, project, url) };
}

function ofVariables(url: string, token: string, project: string | undefined): Connections {
  if (project === undefined || !isProjectName(project)) {
    const problem = t(
      '`DSTACK_SERVER_URL` and `DSTACK_TOKEN` are set, so `DSTACK_PROJECT` must name the project.',
    );
    return { all: [], problem };
  }
  const chosen = { project, url: withoutSlash(url), token: () => token };
  return { all: [chosen], chosen };
}

function noneChosen(
  all: readonly Connection[],
  project: string | undefined,
  url: string | undefined,
): string {
  if (url !== undefined) return t('`DSTACK_SERVER_URL` is set, so `DSTACK_TOKEN` must be set too.');
  if (project !== undefined)
    return t('Project `{0}` is not in `~/.dstack/config.yml`. {1}', project, login());
  return all.length > 0
    ? t(
        'No project in `~/.dstack/config.yml` is the default: `dstack project set-default` chooses one.',
      )
    : t('No project is in `~/.dstack/config.yml`. {0}', login());
}

interface Configured extends Connection {
  readonly isDefault: boolean;
}

/** The projects of a configuration file; undefined if the command line could not read it. */
function projectsIn(config: string): readonly Configured[] | undefined {
  let value: unknown;
  try {
    value = parse(config, { version: '1.1', maxAliasCount: 20, logLevel: 'error' });
  } catch {
    return undefined;
  }
  if (value === null) return [];
  const projects = new Json(value).get('projects');
  if (!projects.isList) return undefined;
  return projects.list.flatMap((one) => {
    const [name, url, token] = ['name', 'url', 'token'].map((key) => one.get(key).raw);
    if (name === undefined || url === undefined || token === undefined) return [];
    if (!isProjectName(name)) return [];
    const isDefault = one.get('default').flag === true;
    return [{ project: name, url: withoutSlash(url), token: () => token, isDefault }];
  });
}

function withoutSlash(url: string): string {
  return url.replace(/\/{1,9}$/, '');
}

/** How safe it is to send a token to this URL: `safe`, `plain` (over a network without encryption), or why it cannot be used. */
export function safetyOf(url: string): 'safe' | 'plain' | { readonly problem: string } {
  if (!URL.canParse(url))
    return { problem: t('The address of the server is not a URL: it must begin with `https://`.') };
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '')
    return { problem: t('The URL of the server contains a user name or a password.') };
  if (protocol === 'https:') return 'safe';
  if (protocol === 'http+unix:')
    return {
      problem: t(
        'The server is at a socket of this machine (`http+unix`), as inside a run: only the command line can use that.',
      ),
    };
  if (protocol !== 'http:')
    return { problem: t('A server at `{0}` is not supported: use https or http.', protocol) };
  return isLoopback(hostname) ? 'safe' : 'plain';
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
