import { span } from '../../base/span';
import {
  emptyDraft,
  mappingDraft,
  pairEnd,
  sequenceDraft,
  type Draft,
  type PairDraft,
  type Properties,
} from '../draft';
import type { NodeReader } from './node-reader';
import { refuseInBlock } from './parse-mistakes';
import type { Token, TokenKind } from './token';

/** Reads a list whose items are indented more than its parent. Mirrors `parse_block_sequence_entry`. */
export function readBlockSequence(reader: NodeReader, properties: Properties): Draft {
  const { start } = reader.take();
  const node = readItems(reader, start, properties, ['-', 'block-end']);
  endBlock(reader, 'sequence');
  return node;
}

/** Reads a list at the column of the property that it belongs to. Mirrors `parse_indentless_sequence_entry`. */
export function readIndentlessSequence(reader: NodeReader, properties: Properties): Draft {
  return readItems(reader, reader.peek().start, properties, ['-', '?', ':', 'block-end']);
}

/** Reads items; one with a token of `ends` after its dash is empty. */
function readItems(
  reader: NodeReader,
  start: number,
  properties: Properties,
  ends: readonly TokenKind[],
): Draft {
  const node = reader.anchored(sequenceDraft(start, false, properties));
  let end = start;
  while (reader.at('-')) {
    const dash = reader.take();
    const item = reader.at(...ends) ? emptyDraft(dash.end) : reader.node(true);
    node.items.push(item);
    end = item.span.end;
  }
  node.span = span(start, end);
  return node;
}

/** Mirrors `parse_block_mapping_key` and `parse_block_mapping_value`. */
export function readBlockMapping(reader: NodeReader, properties: Properties): Draft {
  const { start } = reader.take();
  const node = reader.anchored(mappingDraft(start, false, properties));
  while (reader.at('?')) node.pairs.push(readPair(reader));
  endBlock(reader, 'mapping');
  const last = node.pairs.at(-1);
  node.span = span(start, last ? pairEnd(last) : start);
  return node;
}

function readPair(reader: NodeReader): PairDraft {
  const key = readPart(reader, reader.take());
  if (!reader.at(':')) return { key, value: emptyDraft(key.span.end) };
  const colon = reader.take();
  return { key, colon: colon.start, value: readPart(reader, colon) };
}

/** The key or value after its mark. */
function readPart(reader: NodeReader, mark: Token): Draft {
  return reader.at('?', ':', 'block-end') ? emptyDraft(mark.end) : reader.node(true, true);
}

function endBlock(reader: NodeReader, kind: 'sequence' | 'mapping'): void {
  const token = reader.peek();
  if (token.kind !== 'block-end') refuseInBlock(reader.text, kind, token, reader.last);
  reader.take();
}
