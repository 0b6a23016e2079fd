import { TextDocument } from 'vscode-languageserver-textdocument';
import { Analysis } from '../../../server/src/language';
import { slotIn } from '../../../server/src/language/cursor/slot-finder';
import type { Node } from '../../../server/src/language/yaml/node';
import { parse as parseYaml } from '../../../server/src/language/yaml/parse';
import { checkSpan, cursorsIn } from '../places';
import { holds } from '../target';

/** The tree of a text, the places of its lines, and what is written at each place. */
export function parse(text: string): void {
  const tree = parseYaml(text);
  const errors = tree.problems.filter(({ severity }) => severity === 'error');
  holds(tree.broken === errors.length > 0, 'a text is broken if and only if it has an error');
  if (tree.root) checkNode(tree.root, text);
  let at = 0;
  for (const comment of tree.comments) {
    checkSpan(comment, text, 'comment');
    holds(comment.start >= at, 'comments are in order');
    holds(text[comment.start] === '#', 'a comment begins with #');
    at = comment.end;
  }
  checkLines(text);
  checkSlots(text);
}

function checkNode(node: Node, text: string): void {
  checkSpan(node.span, text, node.kind);
  if (node.kind === 'scalar') {
    const { text: own, textStart } = node;
    if (textStart === undefined) return;
    const written = text.slice(textStart, textStart + own.length);
    holds(written === own, 'the text of a scalar stands where it is said to', () => [written, own]);
  } else if (node.kind !== 'alias') {
    const children =
      node.kind === 'sequence' ? node.items : node.pairs.flatMap(({ key, value }) => [key, value]);
    let at = node.span.start;
    for (const child of children) {
      const { start, end } = child.span;
      holds(
        start >= at && end <= node.span.end,
        'nodes lie in order in the node around them',
        () => [node.kind, node.span, child.kind, child.span, at],
      );
      at = end;
      checkNode(child, text);
    }
  }
}

/** Lines are separated as by the library that keeps the documents of the server. */
function checkLines(text: string): void {
  const { lines } = parseYaml(text);
  const document = TextDocument.create('file:///.dstack.yml', 'dstack', 1, text);
  for (let offset = 0; offset <= text.length; offset++) {
    const [ours, theirs] = [lines.position(offset), document.positionAt(offset)];
    // Within CRLF the library returns the place before it.
    const isBetween = text[offset - 1] === '\r' && text[offset] === '\n';
    const isSame = ours.line === theirs.line && ours.character === theirs.character;
    holds(isSame || isBetween, 'lines are as the documents have them', () => [ours, theirs]);
    holds(
      lines.offset(theirs) === document.offsetAt(theirs),
      'offsets are as the documents have them',
    );
  }
}

function checkSlots(text: string): void {
  const analysis = new Analysis({ uri: 'file:///.dstack.yml', text });
  const { lines } = analysis.tree;
  for (const cursor of cursorsIn(analysis)) {
    const slot = slotIn(analysis.tree, lines.offset(cursor));
    if (slot.kind === 'none') continue;
    holds(slot.scopes.length === slot.path.length, 'each step of a path has a scope');
    if (slot.kind === 'text') continue;
    checkSpan(slot.span, text, 'slot');
    const [start, end] = [lines.position(slot.span.start), lines.position(slot.span.end)];
    const isOnLine = start.line === cursor.line && end.line === cursor.line;
    holds(isOnLine, 'what is written lies on the line of the cursor');
    const isAround = start.character <= cursor.character && cursor.character <= end.character;
    holds(isAround, 'what is written is around the cursor', () => [slot.kind, slot.span, cursor]);
  }
}
