import assert from 'node:assert/strict';
import { resolveAlias, type Node } from '../../../server/src/language/yaml/node';
import type { Span } from '../../../server/src/language/base/span';
import type { Tree } from '../../../server/src/language/yaml/tree';

/** A tree as the source texts of its nodes' spans: `{key: value}`, `[item]`, `*alias`; scalars in quotes of JSON. */
export function outline({ root, text }: Tree): string {
  const source = ({ start, end }: Span): string => JSON.stringify(text.slice(start, end));
  const show = (node: Node): string => {
    switch (node.kind) {
      case 'scalar':
        return source(node.span);
      case 'alias':
        return node.target ? `alias ${source(node.span)}` : `lost alias ${source(node.span)}`;
      case 'sequence':
        return `[${node.items.map(show).join(', ')}]`;
      case 'mapping':
        return `{${node.pairs.map(({ key, value }) => `${show(key)}: ${show(value)}`).join(', ')}}`;
    }
  };
  return root ? show(root) : '';
}

/** Checks that the spans of a tree lie in the text, in each other, and in order. */
export function checkSpans({ root, text, comments, problems }: Tree): void {
  const whole = { start: 0, end: text.length };
  for (const { span, related = [] } of problems) {
    checkInside(span, whole);
    for (const other of related) checkInside(other.span, whole);
  }
  checkOrder(comments, whole);
  const pending: (readonly [Node, Span])[] = root ? [[root, whole]] : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [node, parent] = next;
    checkInside(node.span, parent);
    // A `!!set` also has the keys that are merged into it from elsewhere.
    if (node.tag === 'tag:yaml.org,2002:set') continue;
    const children = childrenOf(node);
    checkOrder(
      children.map(({ span }) => span),
      node.span,
    );
    for (const child of children) pending.push([child, node.span]);
    if (node.kind === 'mapping') {
      for (const { key, colon, value } of node.pairs) {
        if (colon === undefined) continue;
        assert.equal(text[colon], ':');
        assert.ok(
          key.span.end <= colon && colon < value.span.start,
          'a colon is between its parts',
        );
      }
    }
    if (node.kind === 'scalar' && node.textStart !== undefined) {
      assert.ok(text.startsWith(node.text, node.textStart), 'the text stands where it should');
    }
    if (node.kind === 'alias' && node.target) assert.notEqual(resolveAlias(node).kind, 'alias');
  }
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'sequence') return node.items;
  return node.kind === 'mapping' ? node.pairs.flatMap(({ key, value }) => [key, value]) : [];
}

function checkOrder(spans: readonly Span[], parent: Span): void {
  let end = parent.start;
  for (const span of spans) {
    assert.ok(end <= span.start, `${end} is not before ${span.start}`);
    checkInside(span, parent);
    end = span.end;
  }
}

function checkInside({ start, end }: Span, parent: Span): void {
  assert.ok(
    parent.start <= start && start <= end && end <= parent.end,
    `${start}-${end} is not in ${parent.start}-${parent.end}`,
  );
}
