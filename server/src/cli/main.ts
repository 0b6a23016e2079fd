import { join } from 'node:path';
import { t } from '../language';
import { reasonOf } from './failure';
import { translateOf } from './locale';
import { Package } from '../disk/package';
import { printedLine } from './printed';
import { run } from './run';

const translate = translateOf({ env: process.env });

// The reader of the output may close it early, as `head` does. Any other error, such as a full disk, loses a part of it.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    if (stream === process.stdout)
      process.stderr.write(
        `${translate(t('standard output'))}: ${printedLine(translate(reasonOf(error)))}\n`,
      );
  });
}

/** Entry of `dist/cli.js`. */
const pack = new Package(join(__dirname, '..'));
process.exitCode = run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY,
  errIsTerminal: process.stderr.isTTY,
  env: process.env,
  package: pack,
  // A program of its own: other commands do not load it.
  serveAgents: () => {
    import('../mcp/serve')
      .then(({ serve }) => serve(pack))
      .catch((error: unknown) => {
        process.stderr.write(`dstack-check mcp: ${printedLine(translate(reasonOf(error)))}\n`);
        process.exit(2);
      });
  },
});
