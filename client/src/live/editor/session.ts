import { homedir } from 'node:os';
import { join } from 'node:path';
import { commands, EventEmitter, type Disposable, type LogOutputChannel } from 'vscode';
import { readConfig } from '../config-file';
import { connectionsOf, safetyOf, type Connection, type Connections } from '../connection';
import { LiveFailure, messageOf } from '../failure';
import { Requests } from '../request';
import { Server } from '../server';

/** Where the connection is, and why it does not work. */
export interface State {
  readonly connection?: Connection;
  readonly server?: Server;
  readonly failure?: LiveFailure;
}

/** The one connection of a window. All requests go through `ask`, which notes what fails. */
export class Session implements Disposable {
  private readonly changed = new EventEmitter<State>();
  readonly onDidChange = this.changed.event;
  state: State = {};
  private requests: Requests | undefined;

  constructor(private readonly log: LogOutputChannel) {}

  /** The project's server; undefined while not connected. */
  get server(): Server | undefined {
    return this.state.server;
  }

  /** Connects. A server that does not answer stays the one that is connected to: it may come back. */
  async open(connection: Connection): Promise<void> {
    this.requests?.close();
    const { url, project, token } = connection;
    const requests = new Requests({ url, project, token }, (line) => this.log.info(line));
    this.requests = requests;
    const server = new Server(requests, project);
    this.become({ connection, server });
    await this.ask((opened) => opened.greet());
  }

  /** Ends the connection and what runs on it. */
  close(): void {
    this.requests?.close();
    this.requests = undefined;
    this.become({});
  }

  /** The answer of the server; undefined without one, which is then the state. Never rejects. */
  async ask<T>(question: (server: Server) => Promise<T>): Promise<T | undefined> {
    const { server, connection, failure: before } = this.state;
    if (!server || !connection) return undefined;
    try {
      if (server.version === '') await server.greet();
      const answer = await question(server);
      if (before && this.state.server === server) this.become({ connection, server });
      return answer;
    } catch (error) {
      if (this.state.server === server) this.note(error, { connection, server });
      return undefined;
    }
  }

  dispose(): void {
    this.close();
    this.changed.dispose();
  }

  private note(error: unknown, { connection, server }: Required<Omit<State, 'failure'>>): void {
    if (!(error instanceof LiveFailure)) this.log.error(String(error));
    const failure =
      error instanceof LiveFailure ? error : new LiveFailure('unreadable', messageOf(error));
    this.become({ connection, server, failure });
  }

  private become(state: State): void {
    this.state = state;
    const { server, failure } = state;
    void commands.executeCommand('setContext', 'dstack.connected', server !== undefined);
    void commands.executeCommand('setContext', 'dstack.failure', failure?.kind ?? '');
    this.changed.fire(state);
  }
}

/** The projects of the user's own configuration, with the one to use or the reason why there is none. */
export async function readConnections(project?: string): Promise<Connections> {
  const config = await readConfig(join(homedir(), '.dstack/config.yml'));
  if (typeof config === 'object') return { all: [], ...config };
  const found = connectionsOf(config, process.env, project);
  const safety = found.chosen && safetyOf(found.chosen.url);
  return typeof safety === 'object' ? { all: found.all, problem: safety.problem } : found;
}
