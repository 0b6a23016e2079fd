import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { Diagnostic } from 'vscode-languageserver-types';
import { corpusSamples, fixtureSamples } from '../../support/oracle/corpus';
import { ServerProcess } from '../../support/server/server-process';
import { byFile, type Problem, type Problems } from './problem';

/** The number of files: real ones where they are, and those that dstack rejects. */
const FILES = 200;
const REAL = 150;

const CLI = resolve('dist/cli.js');
const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];

interface Finding extends Problem {
  readonly file: string;
}

/**
 * Writes files into the folder of the first argument, and prints their problems as JSON: those of the command line and of
 * the language server about the folder, and those of the command line and of the server for agents about each file alone.
 */
async function main(folder: string): Promise<void> {
  const files = writeFiles(folder);
  const found = {
    folder: { cli: commandLine(folder, []), lsp: await languageServer(folder, files) },
    alone: { cli: commandLine(folder, files), mcp: await agents(folder, files) },
  };
  process.stdout.write(JSON.stringify(found));
}

function writeFiles(folder: string): readonly string[] {
  const real = (corpusSamples() ?? []).slice(0, REAL);
  const written = [...fixtureSamples('refused'), ...fixtureSamples('accepted')];
  return [...real, ...written].slice(0, FILES).map(({ text, kind }, index) => {
    const name = kind === 'profiles' ? '.dstack/profiles.yml' : '.dstack.yml';
    const file = `${String(index).padStart(3, '0')}/${name}`;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    return file;
  });
}

/** The problems of files, one by one, or of the folder if none is given. */
function commandLine(folder: string, files: readonly string[]): Problems {
  const each = files.length > 0 ? files : ['.'];
  return byFile(each.flatMap((file) => checked(folder, file)));
}

function checked(folder: string, path: string): readonly Finding[] {
  const { stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', '--format', 'json', path], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (stdout === '') throw new Error(stderr);
  const found: readonly Finding[] = JSON.parse(stdout);
  return found;
}

async function languageServer(folder: string, files: readonly string[]): Promise<Problems> {
  const rootUri = pathToFileURL(folder).href;
  const workspaceFolders = [{ uri: rootUri, name: 'files' }];
  const server = await ServerProcess.start(
    { textDocument: { diagnostic: {} } },
    { rootUri, workspaceFolders },
  );
  try {
    await server.request('dstack/checkWorkspace');
    const found: Finding[] = [];
    for (const file of files) {
      const uri = pathToFileURL(join(folder, file)).href;
      server.open(uri, readFileSync(join(folder, file), 'utf8'));
      const { result } = await server.request('textDocument/diagnostic', { textDocument: { uri } });
      found.push(...itemsOf(result).map((one) => toFinding(file, one)));
    }
    return byFile(found);
  } finally {
    server.child.kill();
  }
}

function itemsOf(report: unknown): readonly Diagnostic[] {
  const hasItems = typeof report === 'object' && report !== null && 'items' in report;
  if (!hasItems || !Array.isArray(report.items)) throw new Error(JSON.stringify(report));
  return report.items;
}

function toFinding(file: string, { range, severity, code, message }: Diagnostic): Finding {
  return {
    file,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    severity: SEVERITIES[severity ?? 0] ?? '',
    code: String(code),
    message: String(message),
  };
}

async function agents(folder: string, files: readonly string[]): Promise<Problems> {
  const client = new Client({ name: 'test', version: '1' });
  const command = { command: process.execPath, args: [CLI, 'mcp'], cwd: folder };
  await client.connect(new StdioClientTransport(command));
  try {
    const found: Finding[] = [];
    for (const file of files) {
      const { structuredContent } = await client.callTool({
        name: 'check_configuration',
        arguments: { path: join(folder, file) },
      });
      const answer: { problems: Finding[] } = JSON.parse(JSON.stringify(structuredContent));
      found.push(
        ...answer.problems.map((one) => ({
          ...one,
          file: relative(folder, resolve(folder, one.file)),
        })),
      );
    }
    return byFile(found);
  } finally {
    await client.close();
  }
}

void main(resolve(process.argv[2] ?? ''));
