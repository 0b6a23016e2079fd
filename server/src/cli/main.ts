import { run } from './run';

/** Entry of `dist/cli.js`. */
process.exitCode = run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
