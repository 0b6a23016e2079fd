import { pathToFileURL } from 'node:url';
import { repositoryPath } from '../../test/support/repository';
import type { ServerCommand } from './session';

/** The result of tools/yaml-language-server.mjs, passed in `DSTACK_BENCH_RIVAL`. */
export interface Rival {
  readonly node: string;
  readonly module: string;
  readonly schemas: { readonly configuration: string; readonly profiles: string };
}

export function rivalFromEnvironment(): Rival {
  return JSON.parse(process.env['DSTACK_BENCH_RIVAL'] ?? '{}') as Rival;
}

/** What our client announces to the server (client/src/client.ts). */
export const EXTENSION_OPTIONS = { commands: true, status: true, keepsOldList: true };

/** Our server, started as our client starts it (client/src/client.ts). It runs under the same Node as the other. */
export function ours({ node }: Rival): ServerCommand {
  return {
    name: 'dstack',
    command: node,
    args: [repositoryPath('dist/server.js'), '--stdio'],
    settings: { dstack: {} },
    options: EXTENSION_OPTIONS,
  };
}

/** yaml-language-server with dstack's schemas for the same files, set up as VS Code's YAML extension does it. */
export function theirs({ node, module, schemas }: Rival): ServerCommand {
  const yaml = {
    validate: true,
    completion: true,
    hover: true,
    format: { enable: true },
    schemaStore: { enable: false },
    schemas: {
      [pathToFileURL(schemas.configuration).href]: ['*.dstack.yml', '.dstack.yml'],
      [pathToFileURL(schemas.profiles).href]: ['.dstack/profiles.yml'],
    },
  };
  return {
    name: 'yaml-language-server',
    command: node,
    args: [module, '--stdio'],
    settings: { yaml, '[yaml]': { 'editor.tabSize': 2 }, editor: {}, files: {}, http: {} },
  };
}
