// Types real files into a real VS Code, key by key: `node tools/typist.mjs [--delays 25,60,160] [--lines 150]
// [--pictures BEGINNING]`; with `--lines 0` short files of the repository. Each file is typed once as it is and once
// with half-typed keys completed by Tab. Status 1: a line differs from what was typed.
import { parseArgs } from 'node:util';
import { buildProduct } from '../esbuild.mjs';
import { filesToType, typeInVscode } from '../test/vscode/typist/run.mjs';

const { values } = parseArgs({
  options: {
    delays: { type: 'string', default: '25,60,160' },
    lines: { type: 'string', default: '150' },
    pictures: { type: 'string' },
  },
});

await buildProduct();
const files = await filesToType(values.lines);
const delays = values.delays.split(',').map(Number);
const passes = delays.flatMap((delay) => [
  { delay, completeKeys: false },
  { delay, completeKeys: true },
]);
const totals = new Map(
  passes.map((pass) => [pass, { lines: 0, wrong: 0, equal: 0, completed: 0 }]),
);
await typeInVscode(files, passes, report, values.pictures);
for (const [{ delay, completeKeys }, { lines, wrong, equal, completed }] of totals)
  console.log(
    `${delay} ms a key${completeKeys ? `, ${completed} keys completed by Tab` : ''}: ${lines} lines, ${wrong} wrong; ` +
      `${equal} of ${files.length} files equal to what was meant`,
  );
process.exit(
  [...totals.values()].some(({ wrong, equal }) => wrong > 0 || equal < files.length) ? 1 : 0,
);

function report({ pass, file, slips, isEqual, completed, others }) {
  const total = totals.get(pass);
  total.lines += file.text.split('\n').filter((line) => line.trim() !== '').length;
  total.wrong += slips.length;
  total.equal += isEqual ? 1 : 0;
  total.completed += completed;
  for (const { line, meant, became } of slips)
    console.log(
      `${pass.delay} ms  ${file.source}:${line}  ${JSON.stringify(meant)} became ${JSON.stringify(became)}`,
    );
  for (const { name, shown } of others)
    console.log(
      `${pass.delay} ms  ${file.source}  half of \`${name}\` offers ${shown ?? 'nothing'} first`,
    );
  if (!isEqual) console.log(`${pass.delay} ms  ${file.source}  the text is not what was meant`);
}
