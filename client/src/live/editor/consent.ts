import { ConfigurationTarget, l10n, window, workspace, type Memento } from 'vscode';
import { safetyOf, type Connection } from '../connection';

/** What the user has agreed to in this workspace. */
interface Consent {
  readonly url: string;
  readonly project: string;
}

const KEY = 'live';

/** The user's answer about the connection of this workspace. It names the URL and the project, and neither token nor user. */
export class ConsentStore {
  constructor(private readonly memory: Memento) {}

  /** The project that was chosen here, if any. */
  get project(): string | undefined {
    return this.memory.get<Consent>(KEY)?.project;
  }

  /** Whether the user has agreed to exactly this connection. */
  covers({ url, project }: Connection): boolean {
    const consent = this.memory.get<Consent>(KEY);
    return consent?.url === url && consent.project === project;
  }

  /** Asks, unless the user has agreed before. Gives whether the connection may be used. */
  async ask(connection: Connection): Promise<boolean> {
    if (this.covers(connection)) return true;
    const { url, project } = connection;
    if (!(await confirmed(connection))) return false;
    await this.memory.update(KEY, { url, project } satisfies Consent);
    await workspace
      .getConfiguration('dstack.live')
      .update('enabled', true, ConfigurationTarget.Global);
    return true;
  }

  /** Takes the answer back. */
  async forget(): Promise<void> {
    await this.memory.update(KEY, undefined);
  }
}

async function confirmed({ url, project }: Connection): Promise<boolean> {
  const connect = l10n.t('Connect');
  const detail = l10n.t(
    'While this workspace is open, the extension asks this server about plans, prices, names and runs, with the token of your own dstack configuration. A plan sends the configuration without env, passwords and files. Nothing is started or stopped without a question.',
  );
  const question = l10n.t('Connect to project {0} at {1}?', project, url);
  if ((await window.showInformationMessage(question, { modal: true, detail }, connect)) !== connect)
    return false;
  return safetyOf(url) === 'safe' || confirmedPlain(url);
}

/** dstack allows servers without encryption; the user should know. */
async function confirmedPlain(url: string): Promise<boolean> {
  const send = l10n.t('Connect Without Encryption');
  const question = l10n.t('Send your token to {0} without encryption?', url);
  const detail = l10n.t(
    'Anyone on the way to this server can read the token. `https` prevents that.',
  );
  return (await window.showWarningMessage(question, { modal: true, detail }, send)) === send;
}
