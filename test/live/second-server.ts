import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryPath } from '../support/repository';
import { STAND } from './stand';

const SECONDS = 60;

/** A server with a database of its own in which nothing moves. It can be ended and started again. */
export class SecondServer {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async start(name: string): Promise<SecondServer> {
    const folder = join(STAND.folder, name);
    mkdirSync(folder, { recursive: true });
    const server = new SecondServer(folder, await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** Starts it, and resolves when it answers. */
  async start(): Promise<void> {
    const address = ['--host', '127.0.0.1', '--port', String(this.port)];
    const program = join(dirname(STAND.python), 'dstack');
    this.child = spawn(program, ['server', ...address, '-n'], { env: this.env, stdio: 'ignore' });
    for (let tries = 0; tries < SECONDS * 5; tries++) {
      if (await isHealthy(this.url)) return;
      await sleep(200);
    }
    assert.fail('the second server does not answer');
  }

  /** Ends it as a crash does. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Adds a run of each state. */
  addStates(): void {
    const script = repositoryPath('test/support/stand/states.py');
    const { status, stderr } = spawnSync(STAND.python, [script], {
      env: this.env,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
  }

  private get env(): NodeJS.ProcessEnv {
    return {
      ...STAND.environment,
      PATH: process.env['PATH'],
      HOME: this.folder,
      LANG: 'C.UTF-8',
      DSTACK_SERVER_DIR: join(this.folder, 'server'),
      DSTACK_SERVER_BACKGROUND_PROCESSING_DISABLED: '1',
    };
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthcheck`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await once(probe.listen(0, '127.0.0.1'), 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
