// A real dstack server with offers, prices, fleets and a machine that runs jobs, without cloud, Docker, root or network:
// its prices are a file, its AWS is moto, and its machine is test/support/stand/host.py.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = join(dirname(dirname(fileURLToPath(import.meta.url))), 'test/support/stand');

/** Seconds until a program of the stand answers, on a machine that is busy. */
const PATIENCE = 90;

/** The image of gateways, which moto has to know. */
const IMAGES = [
  {
    ami_id: 'ami-0000000000000gw01',
    name: 'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20260101',
    description: '',
    owner_id: '099720109477',
    public: true,
    virtualization_type: 'hvm',
    architecture: 'x86_64',
    state: 'available',
    image_type: 'machine',
    hypervisor: 'xen',
    creation_date: '2026-01-01T00:00:00.000Z',
    root_device_type: 'ebs',
    root_device_name: '/dev/sda1',
    sriov: 'simple',
  },
];

const CONFIG = `projects:
- name: main
  backends:
  - type: aws
    regions: [us-east-1, eu-west-1]
    creds: {type: access_key, access_key: test, secret_key: test}
    os_images:
      cpu: {name: dstack-test, owner: self, user: ubuntu}
      nvidia: {name: dstack-test, owner: self, user: ubuntu}
`;

/**
 * Starts the stand in a folder, which takes half a minute. Gives what tests need to know, which is also in its file
 * `stand.json`, and `stop`. Nothing of the user is used: it has a home folder of its own. `older` is another
 * `release` of dstack, which the server then is, with its `python`, the folder of its `packages` and the `catalog` that
 * it reads.
 */
export async function startStand(folder, python, older = { python }) {
  const home = join(folder, 'home');
  mkdirSync(join(home, '.dstack/server'), { recursive: true });
  const programs = new Programs(folder, environmentOf(python, home));
  try {
    const facts = await startAll(programs, folder, home, python, older);
    writeFileSync(join(folder, 'stand.json'), JSON.stringify(facts));
    return { ...facts, stop: () => programs.stop() };
  } catch (error) {
    await programs.stop();
    throw error;
  }
}

async function startAll(programs, folder, home, python, older) {
  const [port, awsPort, sshPort] = await Promise.all([freePort(), freePort(), freePort()]);
  const url = `http://127.0.0.1:${port}`;
  const awsUrl = `http://127.0.0.1:${awsPort}`;
  const catalog = join(folder, 'catalog');
  const images = join(folder, 'images.json');
  const key = join(folder, 'id_rsa');
  const token = randomUUID();
  writeFileSync(images, JSON.stringify(IMAGES));
  writeFileSync(join(home, '.dstack/server/config.yml'), CONFIG);
  if (!existsSync(key))
    programs.run('ssh-keygen', ['-q', '-t', 'rsa', '-b', '2048', '-N', '', '-f', key]);
  programs.run(python, [join(SOURCES, 'catalog.py'), catalog]);
  const bin = dirname(python);
  programs.start('aws', join(bin, 'moto_server'), ['-H', '127.0.0.1', '-p', String(awsPort)], {
    MOTO_AMIS_PATH: images,
  });
  programs.start('host', python, [join(SOURCES, 'host.py'), String(sshPort)], {
    ...(older.release ? { AGENT_VERSION: older.release } : {}),
  });
  await programs.answers('aws', `${awsUrl}/moto-api/data.json`);
  programs.run(python, [join(SOURCES, 'seed_aws.py'), awsUrl]);
  const environment = {
    DSTACK_SERVER_ADMIN_TOKEN: token,
    DSTACK_SERVER_LOG_LEVEL: 'WARNING',
    GPUHUNT_CATALOG_URL: `file://${join(catalog, older.catalog ?? '')}`,
    AWS_ENDPOINT_URL: awsUrl,
    ...(older.packages ? { PYTHONPATH: older.packages } : {}),
  };
  const server = ['-m', 'dstack._internal.cli.main', 'server', '--host', '127.0.0.1'];
  programs.start('server', older.python, [...server, '--port', String(port), '--yes'], environment);
  await programs.answers('server', `${url}/healthcheck`);
  const seed = programs.run(python, [join(SOURCES, 'seed.py'), url, token, String(sshPort), key]);
  const { memberToken, isReady } = JSON.parse(seed);
  if (!isReady) throw new Error('The machine of the stand did not become idle.');
  return { url, token, memberToken, project: 'main', home, folder, python, environment };
}

/** An environment without anything of the user's, except for the places of programs. */
function environmentOf(python, home) {
  const path = [dirname(python), process.env.PATH ?? ''].join(delimiter);
  return {
    PATH: path,
    HOME: home,
    LANG: 'C.UTF-8',
    PYTHONUNBUFFERED: '1',
    PYTHONDONTWRITEBYTECODE: '1',
  };
}

/** The processes of a stand, each with a log in its folder. */
class Programs {
  running = new Map();

  constructor(folder, env) {
    this.folder = folder;
    this.env = env;
  }

  /** Starts a program that runs until the end. */
  start(name, command, args, more = {}) {
    const log = openSync(join(this.folder, `${name}.log`), 'a');
    const env = { ...this.env, ...more };
    this.running.set(name, spawn(command, args, { env, stdio: ['ignore', log, log] }));
  }

  /** Runs a program to its end and gives its output. Throws an error with what it says if it fails. */
  run(command, args) {
    const { status, stdout, stderr, error } = spawnSync(command, args, {
      env: this.env,
      encoding: 'utf8',
    });
    if (status === 0) return stdout;
    throw new Error(`${command} failed: ${error?.message ?? stderr.slice(-2000)}`);
  }

  /** Resolves when a URL answers. Throws an error with the end of the log if the program ends before, or never does. */
  async answers(name, url) {
    const child = this.running.get(name);
    for (let tries = 0; tries < PATIENCE * 5; tries++) {
      if (child.exitCode !== null) break;
      if (await isAnswered(url)) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const log = readFileSync(join(this.folder, `${name}.log`), 'utf8');
    throw new Error(`${name} does not answer:\n${log.slice(-2000)}`);
  }

  /** Ends all, and resolves when they have ended. */
  async stop() {
    const children = [...this.running.values()].filter(({ exitCode }) => exitCode === null);
    await Promise.all(
      children.map((child) => {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill();
        const late = setTimeout(() => child.kill('SIGKILL'), 8000);
        return ended.then(() => clearTimeout(late));
      }),
    );
  }
}

async function isAnswered(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
