import type { DocumentLink } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis';
import { span, type Span } from '../../base/span';
import { textSpan, type ScalarNode } from '../../yaml/node';
import { imageLink } from './image';
import { localPaths, localUri } from '../../workspace/local-paths';
import type { Workspace } from '../../workspace/workspace';
import { toRange } from '../../base/lsp-range';
import { nodesIn } from '../../yaml/walk';

/**
 * The places that can be opened with a click (`textDocument/documentLink`): files of the workspace, Docker images at
 * their registry, URLs. Only `https` addresses and files of the workspace become links.
 */
export function documentLinks({ documents }: Analysis): DocumentLink[] {
  return documents.flatMap(linksIn);
}

function linksIn({ tree, source, bound, environment }: Analysis): DocumentLink[] {
  const { workspace } = environment;
  const links: DocumentLink[] = [];
  const add = (at: Span, target: string | undefined, tooltip: string) => {
    if (target !== undefined && at.start < at.end)
      links.push({ range: toRange(at, tree.lines), target, tooltip });
  };
  const file = (at: Span, path: string) => {
    add(at, localFile(source.uri, path, workspace), 'Open file');
  };
  for (const { node, pair, isKey } of tree.root ? nodesIn(tree.root) : []) {
    if (isKey || node.kind !== 'scalar') continue;
    const schema = (pair && bound.propertyOf(pair)) ?? bound.schemaOf(node);
    if (!schema) continue;
    for (const { at, path } of localPaths(node, schema)) file(at, path);
    if (schema.catalogue === 'images')
      add(node.span, imageLink(node.text), 'Open the image at its registry');
    // Commands often create the files that they name, so a script is linked only if it is known to exist.
    const script = workspace && schema.embeds?.includes('shell') && scriptOf(node);
    if (script) file(script.at, script.path);
  }
  for (const { index, 0: url } of tree.text.matchAll(/https:\/\/[^\s'"`<>{}|\\^()[\],]{1,2000}/g)) {
    const trimmed = withoutPunctuation(url);
    add(span(index, index + trimmed.length), isUrl(trimmed) ? trimmed : undefined, 'Open');
  }
  return links;
}

/**
 * URI of the file that a path names in a document at `uri`, in the workspace if one is known, else below its folder.
 */
function localFile(uri: string, path: string, workspace?: Workspace): string | undefined {
  const target = path === '.' ? undefined : localUri(uri, path);
  if (target === undefined) return undefined;
  if (workspace) return workspace.isFile(target) ? target : undefined;
  return target.startsWith(localUri(uri, '.') ?? target) ? target : undefined;
}

/** `python FILE` and the like at the start of a command. */
function scriptOf(node: ScalarNode): { at: Span; path: string } | undefined {
  const found =
    /^(\s*(?:uv run |torchrun |accelerate launch )?(?:(?:python3?|bash|sh|source) )?)((?:\.\/)?[\w][\w./-]*\.(?:py|sh))(?=\s|$)/.exec(
      node.text,
    );
  const [, before = '', path] = found ?? [];
  if (path === undefined) return undefined;
  return { at: textSpan(node, before.length, before.length + path.length), path };
}

/** Without the characters at its end that belong to the sentence around it. */
function withoutPunctuation(url: string): string {
  let end = url.length;
  while ('.:;!?'.includes(url.charAt(end - 1))) end--;
  return url.slice(0, end);
}

function isUrl(text: string): boolean {
  try {
    return new URL(text).hostname.includes('.');
  } catch {
    return false;
  }
}
