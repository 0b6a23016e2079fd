import type { Environment } from '../environment';
import type { TextEdit } from 'vscode-languageserver-types';
import { unescaped } from '../base/uri';
import { localUri } from '../workspace/local-paths';
import type { RelativePath, Summary } from '../workspace/summary';
import { textToYaml } from '../edit/yaml-text';

/** A file or folder that is renamed or moved. */
export interface FileRename {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * The edits in the dstack files of the workspace that keep their paths valid when files or folders are renamed or
 * moved, including dstack files (`workspace/willRenameFiles`). A path is not changed if it would need quotes or would
 * break a shorthand.
 */
export function fileRenames(
  { workspace }: Environment,
  { files: renames }: { readonly files: readonly FileRename[] },
): ReadonlyMap<string, readonly TextEdit[]> {
  const edits = new Map<string, TextEdit[]>();
  for (const summary of workspace?.index.all() ?? []) {
    const own = summary.paths.flatMap((one) => pathEdit(one, summary, renames));
    if (own.length > 0) edits.set(summary.uri, own);
  }
  return edits;
}

function pathEdit(
  { path, range }: RelativePath,
  { uri }: Summary,
  renames: readonly FileRename[],
): TextEdit[] {
  const target = localUri(uri, path);
  if (target === undefined) return [];
  const [file, newFile] = [decoded(uri), moved(decoded(uri), renames)];
  const [old, now] = [decoded(target), moved(decoded(target), renames)];
  const newText = written(path, relative(newFile, now));
  if (relative(file, old) === relative(newFile, now)) return [];
  const isSafe = !newText.includes(':') && textToYaml(newText, true) === newText;
  return isSafe ? [{ range, newText }] : [];
}

/** The path of a file after the renames, which may be of a folder around it. */
function moved(uri: string, renames: readonly FileRename[]): string {
  for (const { oldUri, newUri } of renames) {
    const old = decoded(oldUri);
    if (uri === old || uri.startsWith(`${old}/`)) return decoded(newUri) + uri.slice(old.length);
  }
  return uri;
}

/** The path from the folder of `file` to `target`; `.` for the folder itself. */
function relative(file: string, target: string): string {
  const from = file.split('/').slice(0, -1);
  const to = target.split('/');
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/') || '.';
}

/** A path with the `./` and the `/` at its end that it was written with. */
function written(old: string, path: string): string {
  const start = old.startsWith('./') && !path.startsWith('.') ? './' : '';
  return start + path + (old.endsWith('/') ? '/' : '');
}

/** Clients escape different characters, so URIs are compared without escapes, and folders without a `/` at the end. */
function decoded(uri: string): string {
  return unescaped(uri.replace(/\/$/, ''));
}
