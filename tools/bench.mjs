// `npm run bench` and `bench:NAME`: bundles tools/bench/NAME.ts and runs it beside yaml-language-server; further
// arguments are passed on. `npm run bench -- --record` keeps the ratios and draws the chart of the README.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { buildProduct, buildTool } from '../esbuild.mjs';
import { obtainPython } from './python.mjs';
import { obtainYamlLanguageServer } from './yaml-language-server.mjs';

const [name, ...args] = process.argv.slice(2);
await buildProduct();
const folder = `out/bench-${process.pid}`;
const file = await buildTool(`tools/bench/${name}.ts`, folder);
const { status } = spawnSync(process.execPath, ['--enable-source-maps', file, ...args], {
  stdio: 'inherit',
  env: {
    ...process.env,
    DSTACK_BENCH_RIVAL: JSON.stringify(obtainYamlLanguageServer()),
    DSTACK_PYTHON: obtainPython(),
  },
});
rmSync(folder, { recursive: true, force: true });
if (args.includes('--record')) {
  const { drawChart } = await import('./bench-chart.mjs');
  await drawChart('out/speed.json', 'images/speed.webp');
}
process.exit(status ?? 1);
