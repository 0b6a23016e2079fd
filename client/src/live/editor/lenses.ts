import {
  CodeLens,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  Range,
  workspace,
  type CodeLensProvider,
  type TextDocument,
  type Uri,
} from 'vscode';
import { isFinished, type Run } from '../answers/run';
import { money } from '../plan/money';
import { resourceTitle } from '../plan/resource-text';
import { counted } from '../plan/why-none';
import type { FilePlan, Plans } from './plans';
import type { Session } from './session';
import { withoutIcons } from './words';

/** What is above a dstack file while connected: the cheapest price now, and what can be done with the run. */
export function registerLenses(plans: Plans, session: Session): Disposable {
  const lenses = new Lenses(plans, session);
  return Disposable.from(
    lenses,
    languages.registerCodeLensProvider({ language: 'dstack' }, lenses),
  );
}

class Lenses implements CodeLensProvider, Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly listeners: Disposable;

  constructor(
    private readonly plans: Plans,
    private readonly session: Session,
  ) {
    this.listeners = Disposable.from(
      plans.onDidChange(() => this.changed.fire()),
      session.onDidChange(() => this.changed.fire()),
    );
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    const { uri } = document;
    if (!this.session.server || !isOn(uri)) return [];
    const plan = this.plans.of(uri);
    const type = /^type:/m.exec(document.getText());
    if (!plan || !type) return [];
    const start = document.positionAt(type.index);
    const range = new Range(start, start);
    return [...planLens(plan, uri), ...actionLenses(plan, uri)].map(
      ([title, tooltip, command, argument]) =>
        new CodeLens(range, { title, tooltip, command, arguments: [argument] }),
    );
  }

  dispose(): void {
    this.listeners.dispose();
    this.changed.dispose();
  }
}

type Lens = readonly [title: string, tooltip: string, command: string, argument: unknown];

function planLens({ report, asOf }: FilePlan, uri: Uri): readonly Lens[] {
  if (!report) return [];
  const tooltip = l10n.t('Asked at {0}. Show the plan beside the file', asOf);
  if (report.kind === 'failure')
    return [[l10n.t('$(warning) No plan'), tooltip, 'dstack.showPlan', uri]];
  if (report.kind === 'resource')
    return [[`$(tag) ${withoutIcons(resourceTitle(report))}`, tooltip, 'dstack.showPlan', uri]];
  const [first] = report.plan.jobs;
  const [cheapest] = first?.offers ?? [];
  // What a run needs is not free while that run has it.
  if (!cheapest && isActive(report.plan.current)) return [];
  if (!first || !cheapest || report.reasons.length > 0)
    return [[l10n.t('$(warning) No offers: why?'), tooltip, 'dstack.showPlan', uri]];
  const { price, instance, region, isIdle } = cheapest;
  const what = isIdle
    ? l10n.t('idle machine')
    : l10n.t('{0} in {1}', withoutIcons(instance), withoutIcons(region));
  const title = l10n.t('$(tag) {0} per hour, {1} ({2})', money(price), what, counted(first.total));
  return [[title, tooltip, 'dstack.showPlan', uri]];
}

function actionLenses({ report, input }: FilePlan, uri: Uri): readonly Lens[] {
  const apply: Lens = [
    l10n.t('$(play) Apply'),
    l10n.t('Run `dstack apply` in a terminal'),
    'dstack.apply',
    uri,
  ];
  const current = report?.kind === 'run' ? report.plan.current : undefined;
  if (!current || input.name === null) return [apply];
  const state = withoutIcons(`${current.name}: ${current.status}`);
  const logs: Lens = [
    l10n.t('$(output) Logs'),
    l10n.t('{0}. Show its logs', state),
    'dstack.showLogs',
    current,
  ];
  if (isFinished(current.state)) return [apply, logs];
  return [
    apply,
    logs,
    [
      l10n.t('$(plug) Attach'),
      l10n.t('{0}. Run `dstack attach` in a terminal', state),
      'dstack.attach',
      current,
    ],
    [l10n.t('$(debug-stop) Stop'), l10n.t('{0}. Stop it', state), 'dstack.stopRun', current],
  ];
}

function isActive(run: Run | undefined): boolean {
  return run !== undefined && !isFinished(run.state);
}

function isOn(uri: Uri): boolean {
  return workspace.getConfiguration('dstack.codeLens', uri).get<boolean>('enabled', true);
}
