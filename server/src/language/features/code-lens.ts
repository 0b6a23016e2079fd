import type { CodeLens } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import { unescaped } from '../base/uri';
import { t } from '../l10n/text';
import { pastedWord } from '../shell/shell-word';
import { findPair } from '../yaml/node';
import { toRange } from '../base/lsp-range';

/**
 * Above the line with the type, the command that applies the file, unless it has several documents, which dstack
 * rejects; above a name that other files can refer to, in each document, the number of references
 * (`textDocument/codeLens`).
 */
export function codeLenses(analysis: Analysis): CodeLens[] {
  const { documents, environment } = analysis;
  if (!environment.settings.codeLensEnabled) return [];
  const references = documents.flatMap(referenceLenses);
  return documents.length > 1 ? references : [...applyLens(analysis), ...references];
}

/** Documents that are no files: those that were never saved, and the old side of a comparison. */
const NO_FILE = /^(?:untitled|git):/;

function applyLens({ tree, source, kind, environment }: Analysis): CodeLens[] {
  if (kind !== 'configuration' || tree.root?.kind !== 'mapping') return [];
  const type = findPair(tree.root, 'type');
  if (!type || NO_FILE.test(source.uri)) return [];
  const { client, workspace, translate } = environment;
  const path = workspace?.pathInFolder(source.uri) ?? fileName(source.uri);
  const line = `dstack apply -f ${argument(path)}`;
  const command = client.commands
    ? {
        title: `$(copy) ${line}`,
        tooltip: translate(t('Copy this command, to run it in a terminal')),
        command: client.commands.copyApplyCommand,
        arguments: [line],
      }
    : { title: line, command: '' };
  return [{ range: toRange(type.key.span, tree.lines), command }];
}

function referenceLenses(analysis: Analysis): CodeLens[] {
  const { workspace, client, translate } = analysis.environment;
  if (!workspace) return [];
  const { uri, declarations } = analysis.summary;
  return declarations.flatMap(({ kind, name, range }) => {
    const locations = workspace.index
      .references(kind, name)
      .map(({ uri, range }) => ({ uri, range }));
    if (locations.length === 0) return [];
    const count = locations.length;
    const title = translate(count === 1 ? t('1 reference') : t('{0} references', count));
    const command = client.commands?.showReferences ?? '';
    return [{ range, command: { title, command, arguments: [uri, range.start, locations] } }];
  });
}

function fileName(uri: string): string {
  return unescaped(uri.slice(uri.lastIndexOf('/') + 1));
}

/** The name of a file as a shell argument that does not look like an option. */
function argument(name: string): string {
  return pastedWord(name.startsWith('-') ? `./${name}` : name);
}
