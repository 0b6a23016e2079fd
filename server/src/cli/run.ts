import { DSTACK_VERSION } from '../language';
import { check } from './check';
import { explain } from './explain';
import { requestOf, USAGE } from './options';
import type { Output } from './output';
import { printedLine } from './printed';
import { schema } from './schema';
import { explainUpgrade } from './upgrade';

/** Runs one command line and gives the exit code. */
export function run(args: readonly string[], output: Output): 0 | 1 | 2 {
  const request = requestOf(args);
  switch (request.kind) {
    case 'check':
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
      output.out(USAGE);
      return 0;
    case 'version':
      output.out(
        `dstack-check ${output.package.version}, checks against dstack ${DSTACK_VERSION}\n`,
      );
      return 0;
    case 'invalid':
      output.err(`${printedLine(request.reason)}\n\n${USAGE}`);
      return 2;
  }
}
