import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis';
import { span, type Span } from '../../base/span';
import { unescaped } from '../../base/uri';
import { visibleLine } from '../../base/visible';
import type { Workspace } from '../../workspace/workspace';
import { localUri } from '../../workspace/local-paths';
import { documentAlone, documentsIn, type DocumentPart } from '../../yaml/documents';
import { findPair } from '../../yaml/node';
import { parse } from '../../yaml/parse';
import { t, type Text } from '../../l10n/text';
import { workspaceEdit } from './workspace-edit';

/** Maximum number of documents with actions. */
const MOST = 10;

/** Maximum number of attempts to find a free file name. */
const MOST_NUMBERS = 99;

/**
 * Actions that turn a file with several documents into one that dstack reads: each further document moves to a new file
 * beside this one; an empty one is removed, its comments are kept. The first document keeps its text. A document cannot
 * move if its file has no folder, or if it is in `.dstack/profiles.yml`, which dstack reads under that name only.
 */
export function documentActions(
  analysis: Analysis,
  diagnostic: Diagnostic,
  version: number | null,
): CodeAction[] {
  const { source, tree, environment } = analysis;
  const { workspace, client } = environment;
  const parts = documentsIn(tree.text, tree.lines);
  const remove = (...spans: readonly Span[]): WorkspaceEdit =>
    workspaceEdit(
      analysis,
      spans.map((at) => ({ span: at, newText: '' })),
      version,
    );
  const action = (title: Text, edit: WorkspaceEdit) => ({
    title: visibleLine(environment.translate(title)),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit,
  });
  return parts.slice(0, MOST).flatMap((part, index) => {
    const which = index + 1;
    if (part.isEmpty) {
      const only = parts.filter(({ isEmpty }) => isEmpty).length === 1;
      const title = only
        ? t('Remove the empty document')
        : t('Remove document {0}, which is empty', which);
      return action(title, remove(...markersOf(part, tree.text)));
    }
    // If there are only comments before it, it is the document that dstack should read.
    const isFirst = parts.slice(0, index).every(({ isEmpty }) => isEmpty);
    if (isFirst || !client.createsFiles || !workspace || analysis.kind === 'profiles') return [];
    const uri = freeUri(source.uri, part, tree.text, workspace);
    if (uri === undefined) return [];
    const start = { line: 0, character: 0 };
    const removed = remove(regionOf(part, parts[index + 1]));
    return action(t('Move document {0} to the new file `{1}`', which, fileName(uri)), {
      documentChanges: [
        { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
        {
          textDocument: { uri, version: null },
          edits: [{ range: { start, end: start }, newText: textOf(part, tree.text) }],
        },
        ...(removed.documentChanges ?? []),
      ],
    });
  });
}

/** The text that is removed with a document. A `...` is kept if it is the only separator between its neighbours. */
function regionOf({ span: at, end }: DocumentPart, next: DocumentPart | undefined): Span {
  return end && next && !next.marker ? span(at.start, end.start) : at;
}

/** The lines of `---` and `...`, apart from comments on them. */
function markersOf({ marker, end }: DocumentPart, text: string): readonly Span[] {
  return [marker, end && span(end.start, end.start + 3)].flatMap((at) => {
    if (!at) return [];
    const rest = /[ \t]*(?:\r\n?|\n|(?=#)|$)/y;
    rest.lastIndex = at.end;
    return span(at.start, at.end + (rest.exec(text)?.[0].length ?? 0));
  });
}

/** The text of the new file: without a `---` that it does not need, and without the `...`. */
function textOf({ span: at, marker, end, hasDirectives }: DocumentPart, text: string): string {
  const to = end?.start ?? at.end;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  let moved = text.slice(at.start, to);
  if (marker && !hasDirectives) {
    const head = text.slice(at.start, marker.start);
    const body = text.slice(marker.end, to);
    // A value on the line of the `---` stays after it.
    const line = /^[ \t]*(?:(?=#)|\r\n?|\n|$)/.exec(body)?.[0];
    if (line !== undefined) moved = head + body.slice(line.length);
  }
  moved = moved.replace(/^(?:[ \t]*(?:\r\n?|\n))+/, '');
  return /[\r\n]$/.test(moved) ? moved : moved + eol;
}

/** URI of a file beside this one that does not exist, named after the document, else after the file with a number. */
function freeUri(
  uri: string,
  part: DocumentPart,
  text: string,
  workspace: Workspace,
): string | undefined {
  const folder = localUri(uri, '.');
  if (folder === undefined || !uri.includes('/')) return undefined;
  // A file that was never saved is not in its folder yet.
  const own = fileName(uri);
  const names = [own, ...workspace.entries(folder).map(({ name }) => name)];
  const taken = new Set(names.map((name) => name.toLowerCase()));
  const [, stem = '', extension = '.yml'] = /^(.*?)(?:\.dstack)?(\.ya?ml)$/.exec(own) ?? [];
  const { name, type } = namesIn(part, text);
  const free = (base: string) => {
    const file = `${base}.dstack${extension}`;
    const at = localUri(uri, file);
    return at !== undefined && !taken.has(file.toLowerCase()) && !workspace.isFile(at)
      ? at
      : undefined;
  };
  const named = name === undefined ? undefined : free(name);
  if (named !== undefined) return named;
  const isPossible = localUri(uri, stem) !== undefined;
  const base = name ?? (isPossible ? stem : (type ?? 'configuration'));
  for (let number = 2; number <= MOST_NUMBERS; number++) {
    const numbered = free(`${base}-${String(number)}`);
    if (numbered !== undefined) return numbered;
  }
  return undefined;
}

/** The name and type of a document, if they can be the name of a file. */
function namesIn(
  part: DocumentPart,
  text: string,
): { readonly name?: string; readonly type?: string } {
  const { root } = parse(documentAlone(text, part));
  const textAt = (key: string) => {
    const value = root?.kind === 'mapping' ? findPair(root, key)?.value : undefined;
    const isPossible = value?.kind === 'scalar' && /^[a-z0-9][\w-]{0,60}$/i.test(value.text);
    return isPossible ? value.text : undefined;
  };
  const [name, type] = [textAt('name'), textAt('type')];
  return { ...(name !== undefined && { name }), ...(type !== undefined && { type }) };
}

function fileName(uri: string): string {
  return unescaped(uri.slice(uri.lastIndexOf('/') + 1));
}
