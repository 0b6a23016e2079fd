import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ALL_REQUESTS } from '../support/server/requests';
import { repositoryPath } from '../support/repository';
import { NOT_BUILT, ServerProcess, watchingDisk } from '../support/server/server-process';
import { yaml } from '../support/yaml';

/** What a malicious file may name to have something outside of its folder read. */
const TEXT = `type: task
name: &a a
commands: [ls]
files:
  - ../outside/secret.dstack.yml:/a
  - /etc/passwd:/b
  - linked/secret.dstack.yml:/c
  - ./linked/
  - ~/.ssh/id_rsa:/d
  - file:///etc/passwd
  - ..%2Foutside%2Fsecret.dstack.yml
volumes: [../outside:/e, /etc:/f]
working_dir: ../outside
repos: [../outside]
`;

test(
  'nothing outside of the workspace is opened or listed, whatever a file names',
  { skip: NOT_BUILT },
  async (context) => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'dstack-disk-')));
    const [folder, outside, log] = [join(root, 'work'), join(root, 'outside'), join(root, 'log')];
    for (const one of [folder, outside]) mkdirSync(one);
    writeFileSync(
      join(outside, 'secret.dstack.yml'),
      yaml`
        type: fleet
        name: secret-name
        nodes: 1
      `,
    );
    symlinkSync(outside, join(folder, 'linked'));
    symlinkSync(join(outside, 'secret.dstack.yml'), join(folder, 'link.dstack.yml'));
    writeFileSync(
      join(folder, '.gitignore'),
      '(a+)+$\n!**/**/**/**\n[[[\n' + '*a'.repeat(200) + '\n',
    );
    writeFileSync(
      join(folder, 'in.dstack.yml'),
      yaml`
        type: fleet
        name: in-name
        nodes: 1
      `,
    );
    const server = ServerProcess.spawn('stdio', watchingDisk(log));
    context.after(async () => {
      await server.stop();
      rmSync(root, { recursive: true });
    });
    const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'work' }];
    await server.initialize({ textDocument: { diagnostic: {} } }, { workspaceFolders });
    const uri = pathToFileURL(join(folder, '.dstack.yml')).href;
    server.open(uri, TEXT);
    await server.request('dstack/checkWorkspace');
    const lines = TEXT.split('\n');
    const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    const shown: string[] = [];
    for (const [line, text] of lines.entries()) {
      for (const character of [
        text.length,
        Math.floor(text.length / 2),
        text.lastIndexOf('/') + 1,
      ]) {
        const place = { uri, range, position: { line, character } };
        const answers = ALL_REQUESTS.map(([method, params]) =>
          server.request(method, params(place)),
        );
        shown.push(JSON.stringify(await Promise.all(answers)));
      }
    }
    assert.match(shown.join(), /in-name/, 'the workspace has been read');
    assert.doesNotMatch(shown.join(), /secret-name/);
    const touched = readFileSync(log, 'utf8').trim().split('\n');
    const strangers = touched
      .map((line) => (JSON.parse(line) as [string, string])[1])
      // A number is a file that is open already.
      .filter((path) => !/^[0-9]+$/.test(path))
      .filter((path) => path !== folder && !path.startsWith(folder + sep))
      .filter((path) => !path.startsWith(repositoryPath('dist')) && path !== log);
    assert.deepEqual(strangers, []);
    const followed = touched.filter((line) => /linked|link\.dstack/.test(line));
    assert.deepEqual(followed, []);
  },
);
