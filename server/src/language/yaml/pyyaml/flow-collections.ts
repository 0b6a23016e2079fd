import { span } from '../../base/span';
import {
  emptyDraft,
  mappingDraft,
  NO_PROPERTIES,
  pairEnd,
  sequenceDraft,
  type Draft,
  type PairDraft,
  type Properties,
} from '../draft';
import type { NodeReader } from './node-reader';
import { refuseInFlow } from './parse-mistakes';
import type { Token } from './token';

type Close = ']' | '}';

/** Mirrors `parse_flow_sequence_entry`. */
export function readFlowSequence(reader: NodeReader, properties: Properties): Draft {
  const open = reader.take();
  const node = reader.anchored(sequenceDraft(open.start, true, properties));
  readItems(reader, open, ']', () => {
    node.items.push(reader.at('?') ? readPairMapping(reader) : reader.node(false));
  });
  node.span = span(open.start, reader.take().end);
  return node;
}

/** Mirrors `parse_flow_mapping_key` and `parse_flow_mapping_value`. */
export function readFlowMapping(reader: NodeReader, properties: Properties): Draft {
  const open = reader.take();
  const node = reader.anchored(mappingDraft(open.start, true, properties));
  readItems(reader, open, '}', () => {
    node.pairs.push(reader.at('?') ? readPair(reader, '}') : readLoneKey(reader));
  });
  node.span = span(open.start, reader.take().end);
  return node;
}

/** Reads items up to the closing bracket, which stays. */
function readItems(reader: NodeReader, open: Token, close: Close, readItem: () => void): void {
  reader.brackets.push(open);
  while (!reader.at(close)) {
    readItem();
    if (reader.at(close)) break;
    if (!reader.at(',')) refuseInFlow(reader.text, open, close, reader.peek(), reader.last);
    reader.take();
  }
  reader.brackets.pop();
}

/** `[key: value]`: a mapping of one pair. */
function readPairMapping(reader: NodeReader): Draft {
  return reader.collection(() => {
    const { start } = reader.peek();
    const node = mappingDraft(start, true, NO_PROPERTIES);
    const pair = readPair(reader, ']');
    node.pairs.push(pair);
    node.span = span(start, pairEnd(pair));
    return node;
  });
}

function readPair(reader: NodeReader, close: Close): PairDraft {
  const mark = reader.take();
  const key = reader.at(':', ',', close) ? emptyDraft(mark.end) : reader.node(false);
  if (!reader.at(':')) return { key, value: emptyDraft(key.span.end) };
  const colon = reader.take();
  const value = reader.at(',', close) ? emptyDraft(colon.end) : reader.node(false);
  return { key, colon: colon.start, value };
}

/** `{key}`: a key without a value. */
function readLoneKey(reader: NodeReader): PairDraft {
  const key = reader.node(false);
  return { key, value: emptyDraft(key.span.end) };
}
