import { TextDocument } from 'vscode-languageserver-textdocument';
import { Analysis } from '../../../server/src/language/analysis';
import { formatDocument, formatRange } from '../../../server/src/language/features/format';
import type { FormatSettings } from '../../../server/src/language/environment';
import { resolveAlias, type Node } from '../../../server/src/language/yaml/node';
import { within } from './within';

export const KEEP: FormatSettings = { lists: 'keep', quotes: 'keep' };

/** A text after formatting, all of it or the lines `[first, last]`. */
export function formatted(
  text: string,
  settings: FormatSettings = KEEP,
  part?: readonly [first: number, last: number],
  tabSize = 2,
): string {
  const document = TextDocument.create('file:///.dstack.yml', 'dstack', 1, text);
  const source = new Analysis({ uri: document.uri, text });
  const analysis = within(source, { settings: { format: settings } });
  const options = { tabSize };
  const edits = part
    ? formatRange(analysis, {
        range: {
          start: { line: part[0], character: 0 },
          end: { line: part[1], character: 1 },
        },
        options,
      })
    : formatDocument(analysis, { options });
  return TextDocument.applyEdits(document, edits);
}

/** What formatting must not change: values with the kind of their style, anchors, tags and aliases, and comments. */
export function meaningOf(text: string): unknown {
  const { tree } = new Analysis({ uri: 'file:///.dstack.yml', text });
  return {
    broken: tree.broken,
    root: tree.root && plain(tree.root),
    comments: tree.comments.map(({ start, end }) => text.slice(start, end).trimEnd()),
  };
}

function plain(node: Node): unknown {
  const { anchor, tag } = node;
  if (node.kind === 'alias') return { alias: node.name, to: resolveAlias(node).kind };
  if (node.kind === 'scalar') return { anchor, tag, value: node.value };
  if (node.kind === 'sequence') return { anchor, tag, items: node.items.map(plain) };
  return { anchor, tag, pairs: node.pairs.map(({ key, value }) => [plain(key), plain(value)]) };
}
