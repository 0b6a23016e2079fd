// `npm run bench:NAME`: bundles test/bench/NAME.ts and runs it beside yaml-language-server; what follows is handed on.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { buildProduct, buildTool } from '../esbuild.mjs';
import { obtainPython } from './python.mjs';
import { obtainYamlLanguageServer } from './yaml-language-server.mjs';

const [name, ...args] = process.argv.slice(2);
await buildProduct();
const folder = `out/bench-${process.pid}`;
const file = await buildTool(`test/bench/${name}.ts`, folder);
const { status } = spawnSync(process.execPath, ['--enable-source-maps', file, ...args], {
  stdio: 'inherit',
  env: {
    ...process.env,
    DSTACK_BENCH_RIVAL: JSON.stringify(obtainYamlLanguageServer()),
    DSTACK_PYTHON: obtainPython(),
  },
});
rmSync(folder, { recursive: true, force: true });
process.exit(status ?? 1);
