import { DSTACK_VERSION, t } from '../language';
import { check } from './check';
import { explain } from './explain';
import { translateOf } from './locale';
import { requestOf } from './options';
import type { Output } from './output';
import { printedLine } from './printed';
import { schema } from './schema';
import { explainUpgrade } from './upgrade';
import { usage } from './usage';

/** Runs one command line and gives the exit code. */
export function run(args: readonly string[], output: Output): 0 | 1 | 2 {
  const request = requestOf(args);
  const translate = translateOf(output);
  switch (request.kind) {
    case 'check':
      if (!hasFolder()) {
        output.err(`${translate(t('The current folder does not exist any more.'))}\n`);
        return 2;
      }
      return request.options.explainUpgradeFrom === undefined
        ? check(request.options, output)
        : explainUpgrade(request.options, request.options.explainUpgradeFrom, output);
    case 'explain':
      return explain(request.name, output);
    case 'schema':
      return schema(request.name, output);
    case 'mcp':
      output.serveAgents?.();
      return 0;
    case 'help':
      output.out(usage(translate));
      return 0;
    case 'version':
      output.out(
        `${translate(t('dstack-check {0}, checks against dstack {1}', output.package.version, DSTACK_VERSION))}\n`,
      );
      return 0;
    case 'invalid':
      output.err(`${printedLine(translate(request.reason))}\n`);
      output.err(`${translate(t('Run {0} for help.', 'dstack-check --help'))}\n`);
      return 2;
  }
}

/** Whether the current folder still exists: without it Node finds no path. */
function hasFolder(): boolean {
  try {
    process.cwd();
    return true;
  } catch {
    return false;
  }
}
