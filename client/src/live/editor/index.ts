import { commands, Disposable, l10n, window, workspace, type Uri } from 'vscode';
import type { Fleet } from '../answers/fleets';
import type { Gateway } from '../answers/gateways';
import { isFinished, type Run } from '../answers/run';
import type { Volume } from '../answers/volumes';
import { translateWith } from '../texts';
import { ConsentStore } from './consent';
import { FactsSender } from './facts-sender';
import type { Host } from './host';
import { registerLenses } from './lenses';
import { registerPlanView } from './plan-view';
import { PLAN_SCHEME, Plans } from './plans';
import { showRefusals } from './refusals';
import { registerRunCommands } from './run-commands';
import { readConnections, Session, type State } from './session';
import { Status } from './status';
import { DstackTasks, onTask } from './tasks';
import { fleetRows, gatewayRows, volumeRows } from './views/resources';
import { runRows } from './views/runs';
import { LiveView } from './views/tree';
import { Watch } from './watch';
import { withoutLinks } from './words';

/** What the rest of the extension, and its tests, can do with the connection. */
export class Live implements Disposable {
  private readonly session: Session;
  private readonly consent: ConsentStore;
  private readonly facts: FactsSender;
  private readonly plans: Plans;
  private readonly watch: Watch;
  private readonly views: readonly LiveView<unknown>[];
  private readonly all: Disposable;

  constructor({ client, context, log }: Host) {
    translateWith(l10n.t);
    this.session = new Session(log);
    this.consent = new ConsentStore(context.workspaceState);
    this.facts = new FactsSender(this.session, client);
    this.plans = new Plans(this.session, client);
    this.watch = new Watch(this.session);
    const runs = this.makeRunsView();
    this.views = [runs, ...this.makeOtherViews()];
    const tasks = new DstackTasks(this.session);
    const refresh = () => void this.refresh();
    this.all = Disposable.from(
      this.session,
      new Status(this.session),
      this.facts,
      this.plans,
      this.watch,
      ...this.views,
      tasks,
      ...onTask((isRunning) => {
        this.watch.taskRuns(isRunning);
        if (!isRunning) refresh();
      }),
      registerPlanView(this.plans, this.session),
      registerLenses(this.plans, this.session),
      showRefusals(this.plans),
      registerRunCommands(this.session, tasks, refresh),
      this.watch.onDidChange(() => {
        this.plans.refresh();
        void this.facts.refresh();
      }),
      this.watch.onDidPass(() => runs.pass(this.watch.isBusy)),
      window.onDidChangeVisibleTextEditors(() => this.lookForPlans()),
      commands.registerCommand('dstack.apply', (uri?: Uri) => apply(tasks, uri)),
      commands.registerCommand('dstack.refreshServer', refresh),
      commands.registerCommand('dstack.disconnect', () => this.disconnect()),
      commands.registerCommand('dstack.switchProject', () => this.switchProject()),
      commands.registerCommand('dstack.serverMenu', () => this.menu()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('dstack.live.enabled') && !isEnabled()) this.session.close();
      }),
    );
  }

  /** The state, for tests. */
  get state(): State {
    return this.session.state;
  }

  /** Connects to what the user has agreed to in this workspace; without asking, so to nothing else. */
  async resume(): Promise<void> {
    const { chosen } = await readConnections(this.consent.project);
    if (chosen && this.consent.covers(chosen)) await this.open(chosen);
  }

  /** Connects after a question. */
  async connect(project = this.consent.project): Promise<void> {
    if (!workspace.isTrusted) {
      void window.showWarningMessage(
        l10n.t('Trust this workspace first: dstack connects only then.'),
      );
      return;
    }
    const { chosen, problem } = await readConnections(project);
    if (!chosen) {
      const none = l10n.t('There is no project to connect to.');
      void window.showErrorMessage(withoutLinks(problem ?? none));
      return;
    }
    if (await this.consent.ask(chosen)) await this.open(chosen);
  }

  dispose(): void {
    this.all.dispose();
  }

  private async open(connection: Parameters<Session['open']>[0]): Promise<void> {
    await this.session.open(connection);
    await this.refresh();
  }

  private async disconnect(): Promise<void> {
    await this.consent.forget();
    this.session.close();
    this.views.forEach((view) => view.refresh());
  }

  private async switchProject(): Promise<void> {
    const { all } = await readConnections();
    const items = all.map(({ project, url }) => ({ label: project, description: url }));
    const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Choose a project') });
    if (picked) await this.connect(picked.label);
  }

  private async menu(): Promise<void> {
    const items = [
      { label: l10n.t('Switch Project...'), command: 'dstack.switchProject' },
      { label: l10n.t('Refresh'), command: 'dstack.refreshServer' },
      { label: l10n.t('Disconnect'), command: 'dstack.disconnect' },
    ];
    const { failure } = this.session.state;
    const placeHolder = failure?.message ?? l10n.t('The connection to the dstack server');
    const picked = await window.showQuickPick(items, { placeHolder });
    if (picked) await commands.executeCommand(picked.command);
  }

  /** Asks for everything that is shown again. */
  private async refresh(): Promise<void> {
    this.views.filter(({ view }) => view.visible).forEach((view) => view.refresh());
    this.plans.refresh();
    await this.facts.refresh();
  }

  private makeRunsView(): LiveView<Run> {
    const { session, watch } = this;
    return new LiveView<Run>('dstack.runs', session, watch, {
      none: l10n.t('This project has no runs.'),
      ask: async (server) => {
        const runs = await server.runs();
        watch.isBusy = runs.some(({ state }) => !isFinished(state));
        return runs;
      },
      rows: (runs) => runRows(runs, Date.now()),
    });
  }

  private makeOtherViews(): readonly LiveView<unknown>[] {
    const { session, watch } = this;
    return [
      new LiveView<Fleet>('dstack.fleets', session, watch, {
        none: l10n.t('This project has no fleets.'),
        ask: (server) => server.fleets(),
        rows: fleetRows,
      }),
      new LiveView<Volume>('dstack.volumes', session, watch, {
        none: l10n.t('This project has no volumes.'),
        ask: (server) => server.volumes(),
        rows: volumeRows,
      }),
      new LiveView<Gateway>('dstack.gateways', session, watch, {
        none: l10n.t('This project has no gateways.'),
        ask: (server) => server.gateways(),
        rows: gatewayRows,
      }),
    ];
  }

  /** A plan that is beside its file is seen as well as a view is. */
  private lookForPlans(): void {
    const schemes = window.visibleTextEditors.map(({ document }) => document.uri.scheme);
    this.watch.sees(PLAN_SCHEME, schemes.includes(PLAN_SCHEME));
  }
}

async function apply(
  tasks: DstackTasks,
  uri = window.activeTextEditor?.document.uri,
): Promise<void> {
  if (!uri) return;
  const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  // The command line reads the file, not the editor.
  if (document?.isDirty && !(await document.save())) return;
  await tasks.apply(uri);
}

function isEnabled(): boolean {
  return workspace.getConfiguration('dstack.live').get<boolean>('enabled', false);
}
