import type { Disposable } from 'vscode';
import {
  l10n,
  ProcessExecution,
  Task,
  TaskPanelKind,
  TaskRevealKind,
  tasks,
  TaskScope,
  Uri,
  window,
  workspace,
  type TaskDefinition,
  type TaskExecution,
  type WorkspaceFolder,
} from 'vscode';
import { findCli } from './cli';
import type { Session } from './session';

const TYPE = 'dstack';
const COMMANDS = ['apply', 'attach', 'logs'] as const;

/** What a task of `tasks.json` says, as package.json declares it. */
interface DstackTask extends TaskDefinition {
  readonly command: (typeof COMMANDS)[number];
  readonly file?: string;
  readonly run?: string;
}

/** Names of runs, which the command line would not take for an option. */
const RUN = /^[a-z][a-z0-9-]{0,50}$/;

/** Tasks of the type `dstack`: the user's own command line in a visible terminal, which asks before it does anything. */
export class DstackTasks implements Disposable {
  private readonly provider: Disposable;

  constructor(private readonly session: Session) {
    this.provider = tasks.registerTaskProvider(TYPE, {
      provideTasks: () => [],
      resolveTask: ({ definition, scope }) => {
        const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
        return this.taskOf(definition as DstackTask, folder);
      },
    });
  }

  /** Starts `dstack apply` for a file. */
  async apply(uri: Uri): Promise<void> {
    const folder = workspace.getWorkspaceFolder(uri);
    const file = folder ? workspace.asRelativePath(uri, false) : uri.fsPath;
    await this.start({ type: TYPE, command: 'apply', file }, folder);
  }

  /** Starts `dstack attach` for a run. */
  async attach(run: string): Promise<void> {
    await this.start({ type: TYPE, command: 'attach', run }, workspace.workspaceFolders?.[0]);
  }

  dispose(): void {
    this.provider.dispose();
  }

  private async start(definition: DstackTask, folder: WorkspaceFolder | undefined): Promise<void> {
    const task = this.taskOf(definition, folder);
    if (task) await tasks.executeTask(task);
    else
      void window.showErrorMessage(
        l10n.t(
          'The command line of dstack is not in PATH: install it, or set `dstack.live.cli` to its absolute path.',
        ),
      );
  }

  /** Arguments go to the program as they are: no shell reads them. */
  private taskOf(definition: DstackTask, folder: WorkspaceFolder | undefined): Task | undefined {
    const cli = findCli();
    const args = argumentsOf(definition, this.session.state.connection?.project);
    if (cli === undefined || args === undefined) return undefined;
    const cwd = folder?.uri.fsPath;
    const execution = new ProcessExecution(cli, [...args], cwd === undefined ? {} : { cwd });
    const { command, file, run } = definition;
    const name = `${command} ${file ?? run ?? ''}`.trim();
    const task = new Task(
      definition,
      folder ?? TaskScope.Workspace,
      name,
      TYPE,
      execution,
      '$dstack',
    );
    task.presentationOptions = {
      reveal: TaskRevealKind.Always,
      focus: true,
      panel: TaskPanelKind.Dedicated,
      clear: false,
    };
    return task;
  }
}

/** The arguments of the command line; undefined if the definition is not complete. Never `-y`: its question is the user's. */
function argumentsOf(
  { command, file, run }: DstackTask,
  project: string | undefined,
): readonly string[] | undefined {
  const end = project === undefined ? [] : ['--project', project];
  if (command === 'apply')
    // As one argument, so a name cannot be an option.
    return typeof file === 'string' && file !== ''
      ? ['apply', `--file=${file}`, ...end]
      : undefined;
  if (!COMMANDS.includes(command) || typeof run !== 'string' || !RUN.test(run)) return undefined;
  return [command, ...end, run];
}

/** The file that a task applies; undefined for other tasks. */
export function appliedFile({ definition, scope }: Task): Uri | undefined {
  const { type, command, file } = definition as DstackTask;
  if (type !== TYPE || command !== 'apply' || typeof file !== 'string') return undefined;
  return typeof scope === 'object' ? Uri.joinPath(scope.uri, file) : Uri.file(file);
}

/** Calls back when a task of ours has started or ended. */
export function onTask(changed: (isRunning: boolean) => void): Disposable[] {
  const isOurs = ({ task }: TaskExecution) => task.definition.type === TYPE;
  return [
    tasks.onDidStartTask(({ execution }) => {
      if (isOurs(execution)) changed(true);
    }),
    tasks.onDidEndTask(({ execution }) => {
      if (isOurs(execution)) changed(false);
    }),
  ];
}
