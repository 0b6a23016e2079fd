import { readFileSync } from 'node:fs';
import { Analysis } from '../../server/src/language/analysis';
import { compare, disagreement } from '../../test/oracle/compare';
import { isKnown, knownDifferences } from '../../test/oracle/known-differences';
import { askDstack } from '../../test/support/oracle/ask-dstack';
import { pythonForOracle } from '../../test/support/oracle/python';

// `npm run fuzz -- --dstack` runs this at the end with the files of the texts that were kept, and asks dstack about each.

void main();

async function main(): Promise<void> {
  const texts = process.argv
    .slice(2)
    .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as string[]);
  const files = [...new Set(texts)].flatMap((text) => {
    const { kind, tree } = new Analysis({ uri: 'file:///w/.dstack.yml', text });
    // For a file without content nothing is reported yet.
    return tree.root || tree.broken
      ? [{ name: '', origin: 'fuzzing', text, kind, plan: true }]
      : [];
  });
  const python = pythonForOracle();
  if (python === undefined) throw new Error('There is no Python with dstack.');
  const verdicts = await askDstack(python, files);
  const known = knownDifferences();
  let differences = 0;
  files.forEach((file, index) => {
    const dstack = verdicts[index];
    const outcome = dstack && compare(file, dstack);
    const found = outcome && disagreement(outcome);
    // If there are several mistakes, the reported line is a matter of taste.
    if (!found || found === 'wrong line' || isKnown(outcome, known)) return;
    differences++;
    const ours = outcome.errors.map(({ code, message }) => `${code}: ${message}`);
    console.log(`\n${found}: ${JSON.stringify(file.text)}\n  dstack: ${JSON.stringify(dstack)}`);
    console.log(`  we: ${ours.join('; ') || 'accepted'}`);
  });
  console.log(
    `dstack was asked about ${String(files.length)} texts, ${String(differences)} differ`,
  );
  if (differences > 0) process.exitCode = 1;
}
