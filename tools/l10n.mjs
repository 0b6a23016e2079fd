// `npm run l10n`: brings the translations up to date with the texts in the sources. Texts that are gone are removed, new
// ones are added without a translation, and listed: docs/l10n.md says how they are written.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { buildTool } from '../esbuild.mjs';
import { ensureDependencies } from './dependencies.mjs';

ensureDependencies();
const folder = `out/l10n-${process.pid}`;
const file = await buildTool('tools/l10n/update.ts', folder);
const { status } = spawnSync(process.execPath, [file], { stdio: 'inherit' });
rmSync(folder, { recursive: true, force: true });
process.exit(status ?? 1);
