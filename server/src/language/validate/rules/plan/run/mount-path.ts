import { problem } from '../../../../problem/problem';
import { quote } from '../../../../shorthand/piece';
import { posixNames } from '../../../../shorthand/path';
import { resolveAlias, textSpan } from '../../../../yaml/node';
import type { Rule } from '../../rule';
import type { Item } from '../../view';

/**
 * Where volumes appear in the container: Docker must take the path, and it should stay clear of `/workflow`, where the
 * files of the project may be placed.
 * Mirrors `is_valid_docker_volume_target` of server/services/docker.py.
 */
export const mountPath: Rule = {
  codes: ['mount-point', 'workflow-mount'],
  check(run, report) {
    for (const item of run.items('volumes')) {
      const path = pathOf(item);
      if (path === undefined) continue;
      if (path === '//' || path.includes('\0')) {
        const message = `${quote(path)} is not a path at which Docker can mount something: write e.g. \`/data\`.`;
        report(problem('mount-point', spanOf(item), message));
      } else if (posixNames(path)[0] === 'workflow') {
        const message =
          'dstack does not support volumes at `/workflow` or below it, where it may place the project: ' +
          'mount it elsewhere, e.g. at `/data`.';
        report(problem('workflow-mount', spanOf(item), message, { severity: 'warning' }));
      }
    }
  },
};

function pathOf({ value, view }: Item): string | undefined {
  if (view) return view.text('path');
  const { path } = (value ?? {}) as { readonly path?: unknown };
  return typeof path === 'string' ? path : undefined;
}

function spanOf({ node: source, view }: Item) {
  if (view) return view.valueSpan('path');
  const node = resolveAlias(source);
  if (node.kind !== 'scalar') return source.span;
  return textSpan(node, node.text.indexOf(':') + 1, node.text.length);
}
