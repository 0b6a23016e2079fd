import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { repositoryPath } from '../repository';

/**
 * The Python that has the real dstack and PyYAML, or undefined if there is none. `npm test` makes it
 * (tools/python.mjs); it and `npm run unit` name it in `DSTACK_PYTHON`.
 */
export function pythonForOracle(): string | undefined {
  const python = process.env['DSTACK_PYTHON'];
  return python !== undefined && existsSync(python) ? python : undefined;
}

/**
 * Runs a script of test/oracle that answers each JSON line with one, and returns the answers in the order of `items`.
 * Rejects, with the end of the script's error output, if it does not answer every item.
 *
 * @param more variables of its environment
 */
export async function askPython<Answer>(
  python: string,
  script: string,
  items: readonly unknown[],
  more: Readonly<Record<string, string>> = {},
): Promise<readonly Answer[]> {
  const child = spawn(python, [repositoryPath('test/oracle', script)], {
    // Writing byte code into the checkout would leave files behind.
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8', ...more },
  });
  let answers = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (answers += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors = (errors + chunk).slice(-2000);
  });
  // A script that ends early closes its input; what matters is then its error output.
  child.stdin.on('error', () => undefined);
  child.stdin.end(items.map((item) => `${JSON.stringify(item)}\n`).join(''));
  await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  const lines = answers.split('\n').filter((line) => line !== '');
  if (lines.length !== items.length) {
    throw new Error(`${script} gave ${lines.length} of ${items.length} answers:\n${errors}`);
  }
  return lines.map((line) => JSON.parse(line) as Answer);
}
