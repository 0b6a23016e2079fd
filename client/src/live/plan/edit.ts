import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Pair,
  type YAMLMap,
} from 'yaml';

type Path = readonly (string | number)[];

/** A change of a configuration that makes offers possible. */
export type Wish =
  | { readonly kind: 'remove'; readonly path: Path }
  | { readonly kind: 'set'; readonly path: Path; readonly value: string }
  | { readonly kind: 'add'; readonly key: string; readonly value: string };

/** Offsets in a text, and what replaces it. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The edit of a file that fulfils a wish. Undefined where the file is not written in a way that is safe to edit: several
 * documents, flow style, aliases, or anything that afterwards is not what was wished.
 */
export function editFor(text: string, wish: Wish): TextEdit | undefined {
  const document = parseDocument(text, { version: '1.1', logLevel: 'silent' });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const edit = editIn(text, document.contents, wish);
  return edit !== undefined && fulfils(applied(text, edit), wish) ? edit : undefined;
}

/** The text after an edit. */
export function applied(text: string, { start, end, text: inserted }: TextEdit): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

function editIn(text: string, root: YAMLMap, wish: Wish): TextEdit | undefined {
  if (wish.kind === 'add') {
    if (root.flow === true || root.has(wish.key)) return undefined;
    const newline = text.endsWith('\n') ? '' : '\n';
    return { start: text.length, end: text.length, text: `${newline}${wish.key}: ${wish.value}\n` };
  }
  const pairs = pairsAlong(root, wish.path);
  const last = pairs?.at(-1);
  if (pairs === undefined || last === undefined) return undefined;
  return wish.kind === 'set' ? replacing(last, wish.value) : removing(text, pairs);
}

/** The pairs from the root to a path. Undefined if one is missing or in flow style. */
function pairsAlong(root: YAMLMap, path: Path): readonly Pair[] | undefined {
  const pairs: Pair[] = [];
  let node: unknown = root;
  for (const key of path) {
    if (isSeq(node) && typeof key === 'number' && node.flow !== true) {
      node = node.items[key];
      continue;
    }
    if (!isMap(node) || node.flow === true) return undefined;
    const pair = node.items.find(
      (one) => isPair(one) && isScalar(one.key) && one.key.value === key,
    );
    if (pair === undefined) return undefined;
    pairs.push(pair);
    node = pair.value;
  }
  return pairs;
}

function replacing({ value }: Pair, text: string): TextEdit | undefined {
  if (!isScalar(value) || !value.range || value.anchor !== undefined) return undefined;
  const [start, end] = value.range;
  return { start, end, text };
}

/** Removes whole lines, and mappings that would be left empty. */
function removing(text: string, pairs: readonly Pair[]): TextEdit | undefined {
  const parent = pairs.at(-2);
  if (parent !== undefined && isMap(parent.value) && parent.value.items.length === 1)
    return removing(text, pairs.slice(0, -1));
  const pair = pairs.at(-1);
  const key = isScalar(pair?.key) ? pair.key.range : undefined;
  const value = rangeOf(pair?.value) ?? key;
  if (!key || !value) return undefined;
  const start = text.lastIndexOf('\n', key[0] - 1) + 1;
  // A key after the dash of a list shares its line with it.
  if (text.slice(start, key[0]).trim() !== '') return undefined;
  const content = text.slice(0, value[1]).trimEnd().length;
  const newline = text.indexOf('\n', content);
  return { start, end: newline < 0 ? text.length : newline + 1, text: '' };
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  if (isScalar(node) || isMap(node) || isSeq(node)) return node.range ?? undefined;
  return undefined;
}

/** Whether a text is still one that can be read, with what was wished. */
function fulfils(text: string, wish: Wish): boolean {
  const document = parseDocument(text, { version: '1.1', logLevel: 'silent' });
  if (document.errors.length > 0 || !isMap(document.contents) || !isResolved(document))
    return false;
  if (wish.kind === 'remove') return !document.hasIn(wish.path);
  const path = wish.kind === 'set' ? wish.path : [wish.key];
  return String(document.getIn(path)) === String(parseDocument(wish.value).toJS());
}

/** Whether each alias still has its anchor. */
function isResolved(document: Document.Parsed): boolean {
  try {
    document.toJS({ maxAliasCount: 100 });
    return true;
  } catch {
    return false;
  }
}
