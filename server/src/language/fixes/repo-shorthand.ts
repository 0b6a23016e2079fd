import { columnOf, textAs } from '../edit/rewrite';
import { targetOf } from '../edit/locate';
import type { Maker } from './maker';
import { styleOf } from '../edit/layout';

/** A URL with a port has too many colons for the short form: `url` and `path` instead. */
export const repoInFull: Maker = ({ analysis: { tree }, steps }) => {
  const step = steps.at(-1);
  const node = step && targetOf(step);
  if (step?.kind !== 'item' || step.list.flow || node?.kind !== 'scalar') return [];
  const [, url, path] = /^(\w+:\/\/[^:/]+:[0-9]+\/[^:]*)(?::(.+))?$/.exec(node.text) ?? [];
  if (url === undefined) return [];
  const asText = (text: string) => textAs(text, tree, { style: 'plain', flow: false });
  const indent = styleOf(tree).eol + ' '.repeat(columnOf(tree, node.span.start));
  const newText = `url: ${asText(url)}${path === undefined ? '' : `${indent}path: ${asText(path)}`}`;
  return [{ title: 'Write `url` and `path`', edits: [{ span: node.span, newText }] }];
};
