import type { EntityKind } from '../schema/schema';
import { closest } from '../base/spelling';
import type { Declaration, Mark, Reference, Summary } from './summary';

/** A text that is being typed in a file, so it must not be suggested for itself. */
export interface BeingWritten {
  readonly uri: string;
  readonly text: string;
}

/** Maximum number of comparisons of names, since each takes some time. */
const MOST_NAMES = 200;
const MOST_SLIPS = 1000;

/** What all dstack files of a workspace declare and refer to. A file is replaced or removed alone. */
export class WorkspaceIndex {
  private readonly summaries = new Map<string, Summary>();
  /** What files declare and refer to, by name and then by file, so no lookup reads all of it. */
  private readonly declaring: Table<Declaration> = new Map();
  private readonly referring: Table<Reference> = new Map();
  /** The files that declare a name, in their order; made when it is asked for. */
  private readonly ordered = new Map<string, readonly string[]>();
  /** How many declarations of a kind there are. */
  private readonly kinds = new Map<EntityKind, number>();
  private changes = 0;
  /** The suggestions for misspelt names, per generation: thousands of files may have the same one. */
  private slips = new Slips(0);
  private isComplete = false;

  /** Whether all files of the workspace are in it, so a missing name is not defined anywhere. */
  get complete(): boolean {
    return this.isComplete;
  }

  set complete(complete: boolean) {
    if (complete && !this.isComplete) this.changes++;
    this.isComplete = complete;
  }

  /** Files were created or deleted that are not configurations, but that some may name. */
  filesChanged(): void {
    this.changes++;
  }

  /**
   * Counts the changes of what problems between files depend on: declarations, references, paths, the default profile,
   * other files, and that all configurations are known. Other changes do not count.
   */
  get generation(): number {
    return this.changes;
  }

  /** @param fileOf returns the same text for all URIs of one file, so it is indexed once */
  constructor(private readonly fileOf = (uri: string) => uri) {}

  /** How many files there are. */
  get size(): number {
    return this.summaries.size;
  }

  put(summary: Summary): void {
    const file = this.fileOf(summary.uri);
    const before = this.take(file);
    this.summaries.set(file, summary);
    for (const one of summary.declarations) add(this.declaring, one, file);
    for (const one of summary.references) add(this.referring, one, file);
    this.count(summary, 1);
    if (!before || namesOf(before) !== namesOf(summary)) this.changes++;
  }

  remove(uri: string): void {
    if (this.take(this.fileOf(uri))) this.changes++;
  }

  private take(file: string): Summary | undefined {
    const summary = this.summaries.get(file);
    if (!summary) return undefined;
    this.summaries.delete(file);
    for (const one of summary.declarations) drop(this.declaring, one, file);
    for (const one of summary.references) drop(this.referring, one, file);
    this.count(summary, -1);
    return summary;
  }

  private count({ declarations }: Summary, by: 1 | -1): void {
    for (const one of declarations) {
      this.kinds.set(one.kind, (this.kinds.get(one.kind) ?? 0) + by);
      this.ordered.delete(keyOf(one));
    }
  }

  /** Whether any file defines something of this kind. */
  defines(kind: EntityKind): boolean {
    return (this.kinds.get(kind) ?? 0) > 0;
  }

  get(uri: string): Summary | undefined {
    return this.summaries.get(this.fileOf(uri));
  }

  all(): IterableIterator<Summary> {
    return this.summaries.values();
  }

  /** The definitions of this kind and name. */
  declarations(kind: EntityKind, name: string): readonly Declaration[] {
    return [...(this.declaring.get(keyOf({ kind, name }))?.values() ?? [])].flat();
  }

  /** Whether it is defined anywhere. */
  isDeclared(kind: EntityKind, name: string): boolean {
    return this.declaring.has(keyOf({ kind, name }));
  }

  /** The definitions in other files, at most `most` places, in the order of the files: not in that in which they were read. */
  declaredElsewhere(
    kind: EntityKind,
    name: string,
    uri: string,
    most: number,
  ): readonly Declaration[] {
    const own = this.fileOf(uri);
    const key = keyOf({ kind, name });
    const declaring = this.declaring.get(key);
    const files = this.ordered.get(key) ?? [...(declaring?.keys() ?? [])].sort();
    this.ordered.set(key, files);
    const found: Declaration[] = [];
    for (const file of files) {
      const declarations = declaring?.get(file) ?? [];
      if (file !== own) found.push(...declarations.slice(0, most - found.length));
      if (found.length === most) break;
    }
    return found;
  }

  /** The defined names of this kind that a name may be a slip of; none if there are too many to compare. */
  slipOf(kind: EntityKind, name: string): string | undefined {
    if ((this.kinds.get(kind) ?? 0) > MOST_NAMES) return undefined;
    if (this.slips.generation !== this.changes) this.slips = new Slips(this.changes);
    return this.slips.find(kind, name, () => this.named(kind).map((one) => one.name));
  }

  /** The references to this kind and name. */
  references(kind: EntityKind, name: string): readonly Reference[] {
    return [...(this.referring.get(keyOf({ kind, name }))?.values() ?? [])].flat();
  }

  /** The names under which files define something of this kind, each with one place. */
  named(kind: EntityKind): readonly Declaration[] {
    const found = new Map<string, Declaration>();
    for (const { declarations } of this.all()) {
      for (const one of declarations) if (one.kind === kind) found.set(one.name, one);
    }
    return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /**
   * Texts that files have of one sort, the most frequent first.
   *
   * @param being what is being written: what that file has of it does not count
   */
  texts(sort: 'images' | 'variables' | 'secrets', being?: BeingWritten): readonly string[] {
    const counts = new Map<string, number>();
    const writing = being && this.fileOf(being.uri);
    for (const [file, summary] of this.summaries) {
      const names = sort === 'variables' ? namesOnce(summary.variables) : summary[sort];
      for (const text of names) {
        if (file === writing && text === being?.text) continue;
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    }
    return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([text]) => text);
  }
}

/** The suggestions for misspelt names, computed once. */
class Slips {
  private readonly found = new Map<string, string | undefined>();
  private readonly names = new Map<EntityKind, readonly string[]>();

  constructor(readonly generation: number) {}

  find(kind: EntityKind, name: string, namesOf: () => readonly string[]): string | undefined {
    const key = keyOf({ kind, name });
    if (!this.found.has(key) && this.found.size < MOST_SLIPS) {
      const names = this.names.get(kind) ?? namesOf();
      this.names.set(kind, names);
      this.found.set(key, closest(name, names)[0]);
    }
    return this.found.get(key);
  }
}

function namesOnce(marks: readonly Mark[]): ReadonlySet<string> {
  return new Set(marks.map(({ name }) => name));
}

interface Named {
  readonly kind: EntityKind;
  readonly name: string;
}

type Table<T> = Map<string, Map<string, T[]>>;

function keyOf({ kind, name }: Named): string {
  return `${kind} ${name}`;
}

function namesOf({ declarations, references, defaults, paths }: Summary): string {
  const settings = defaults.map(({ property }) => ({ kind: 'default', name: property }));
  const files = paths.map(({ path }) => ({ kind: 'path', name: path }));
  return [...declarations, { kind: '', name: '' }, ...references, ...settings, ...files]
    .map(({ kind, name }) => `${kind} ${name}`)
    .join('\n');
}

function add<T extends Named>(table: Table<T>, one: T, file: string): void {
  const files = table.get(keyOf(one)) ?? new Map<string, T[]>();
  table.set(keyOf(one), files);
  const known = files.get(file);
  if (known) known.push(one);
  else files.set(file, [one]);
}

function drop<T extends Named>(table: Table<T>, one: T, file: string): void {
  const files = table.get(keyOf(one));
  files?.delete(file);
  if (files?.size === 0) table.delete(keyOf(one));
}
