import {
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
  type Disposable,
  type TreeDataProvider,
  type TreeView,
} from 'vscode';
import type { FailureKind } from '../../failure';
import type { Server } from '../../server';
import type { Session } from '../session';
import type { Watch } from '../watch';
import { withoutLinks } from '../words';

/** A row of a view. What a server says is only in `label`, `description` and `tooltip`, which are plain text. */
export interface Row<T> {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly icon: ThemeIcon;
  /** Words for the conditions of menus. */
  readonly context: string;
  /** The thing itself, for commands. */
  readonly about?: T;
  readonly rows?: readonly Row<T>[];
}

/** The failures for which package.json has a text with buttons (`viewsWelcome`). */
const HAVE_BUTTONS: readonly FailureKind[] = ['token', 'denied', 'missing'];

/** Milliseconds after which what changes without an event is asked for again. */
const OLD = 60_000;

/** The things that a view shows. */
export interface Kind<T> {
  /** What the view says if the project has none of them. */
  readonly none: string;
  ask(server: Server): Promise<readonly T[]>;
  rows(things: readonly T[]): readonly Row<T>[];
}

/** A view of things of a project. It asks for them only while it is visible. */
export class LiveView<T> implements TreeDataProvider<Row<T>>, Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  readonly view: TreeView<Row<T>>;
  private readonly listeners: Disposable[];
  /** The last answer; undefined before the first one, and after a failure. */
  private things: readonly T[] | undefined;
  private askedAt = 0;
  /** Questions without an answer yet. */
  private asking = 0;
  /** The number of the last question: only its answer is kept. */
  private question = 0;
  /** Whether to ask again, instead of drawing the last answer. */
  private isDue = true;

  constructor(
    private readonly id: string,
    private readonly session: Session,
    watch: Watch,
    private readonly kind: Kind<T>,
  ) {
    this.view = window.createTreeView(id, { treeDataProvider: this });
    this.listeners = [
      this.view,
      this.view.onDidChangeVisibility(({ visible }) => {
        watch.sees(id, visible);
        if (visible) this.refresh();
      }),
      watch.onDidChange(() => this.refresh()),
      session.onDidChange(() => this.say()),
    ];
    watch.sees(id, this.view.visible);
  }

  /** Asks again, if the view is visible. */
  refresh(): void {
    this.isDue = true;
    this.changed.fire();
  }

  /** Time has passed: draws what is known again, since ages are others, or asks again for what `grows` by itself. */
  pass(grows: boolean): void {
    // VS Code drops the answer that it waits for when something is drawn.
    if (this.asking > 0 || this.isDue) return;
    this.isDue = grows && Date.now() - this.askedAt >= OLD;
    this.changed.fire();
  }

  async getChildren(row?: Row<T>): Promise<Row<T>[]> {
    if (row) return [...(row.rows ?? [])];
    if (this.isDue) await this.askAgain();
    this.say();
    return [...this.kind.rows(this.things ?? [])];
  }

  getTreeItem({ label, description, tooltip, icon, context, rows }: Row<T>): TreeItem {
    const state = rows?.length ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
    const item = new TreeItem(label, state);
    item.description = description;
    item.tooltip = tooltip;
    item.iconPath = icon;
    item.contextValue = context;
    item.id = `${this.id} ${label}`;
    return item;
  }

  /** Shows that it waits: a server may be slow. */
  private async askAgain(): Promise<void> {
    this.isDue = false;
    this.askedAt = Date.now();
    this.asking++;
    const question = ++this.question;
    const things = await window.withProgress({ location: { viewId: this.id } }, () =>
      this.session.ask((server) => this.kind.ask(server)),
    );
    this.asking--;
    if (question === this.question) this.things = things;
  }

  /** Says above the rows why there are none. A failure in which a button helps has its own text in package.json. */
  private say(): void {
    const { failure } = this.session.state;
    const hasButtons = failure && HAVE_BUTTONS.includes(failure.kind);
    const why =
      this.things?.length === 0 ? this.kind.none : hasButtons ? undefined : failure?.message;
    // An empty message is none.
    this.view.message = withoutLinks(why ?? '');
  }

  dispose(): void {
    this.listeners.forEach((one) => void one.dispose());
    this.changed.dispose();
  }
}

/** An icon with the colour of a state. */
export function icon(name: string, colour?: 'green' | 'red' | 'yellow' | 'blue'): ThemeIcon {
  return new ThemeIcon(name, colour && new ThemeColor(`charts.${colour}`));
}

/** Parts of a description that there are. */
export function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}
