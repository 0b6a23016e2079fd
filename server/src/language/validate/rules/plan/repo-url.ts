import type { Repo, Run } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import { quote } from '../../../base/words';
import { resolveAlias, textSpan } from '../../../yaml/node';
import type { Rule } from '../rule';
import type { Item } from '../support/view';

/**
 * A repo has a URL of `https` or `ssh`, or the shorthand `git@HOST:PATH`.
 * Mirrors `GitRepoURL.parse` of core/models/repos/remote.py.
 */
export const repoUrl: Rule<Run> = {
  codes: ['repo-url'],
  check(run, report) {
    for (const item of run.items('repos')) {
      const url = item.view ? item.view.value('url') : item.value?.url;
      if (!url || isGitUrl(url)) continue;
      const suggestion = likelyUrl(url);
      const advice = suggestion ?? 'https://github.com/ORG/REPO';
      const message = `${quote(url)} is not the URL of a Git repo: write it with \`https\` or \`ssh\`, e.g. ${quote(advice)}.`;
      report(
        problem('repo-url', spanOf(item, url), message, {
          data: { ...(suggestion !== undefined && { suggestion }) },
        }),
      );
    }
  },
};

function spanOf({ node: source, view }: Item<Repo>, url: string) {
  if (view) return view.valueSpan('url');
  const node = resolveAlias(source);
  return node.kind === 'scalar' ? textSpan(node, 0, url.length) : source.span;
}

/** Maximum length of a URL; longer texts are not checked. */
const LONGEST = 2000;

const SHORT_FORM = /^([^/]+)@([^/]+?):(.+)/;

function isGitUrl(text: string): boolean {
  if (text.length > LONGEST) return true;
  const url = parseUrl(text);
  if (url) return ['https:', 'ssh:'].includes(url.protocol) && url.host !== '';
  const [, user, host, path] = SHORT_FORM.exec(text) ?? [];
  return user !== undefined && parseUrl(`ssh://${user}@${host ?? ''}/${path ?? ''}`) !== undefined;
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function likelyUrl(text: string): string | undefined {
  const rest = text.replace(/^(?:http|git|git\+https|git\+ssh):\/\//i, '');
  const url = `https://${rest}`;
  return /^[\w.-]+\.\w+\/[\w./-]+$/.test(rest) && isGitUrl(url) ? url : undefined;
}
