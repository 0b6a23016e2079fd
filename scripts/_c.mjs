import { build } from 'esbuild'; import { compiledValidators } from './ajv-plugin.mjs';
await build({entryPoints:['/tmp/corpus.ts'],bundle:true,platform:'node',format:'cjs',outfile:'/tmp/corpus.cjs',plugins:[compiledValidators],mainFields:['module','main'],nodePaths:['/work/main/node_modules'],logLevel:'warning'});
