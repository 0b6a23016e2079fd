import { styleOf } from '../../edit/layout';
import { columnOf } from '../../edit/rewrite';
import { scalarAt } from '../../edit/locate';
import { textToYaml } from '../../edit/yaml-text';
import { hostAddress } from '../../validate/rules/support/host-address';
import { findPair } from '../../yaml/node';
import type { FixProvider } from '../fix-provider';
import { t } from '../../l10n/text';

/** User and port of a host as properties of their own. */
export const hostProperties: FixProvider = ({ analysis: { tree }, steps }) => {
  const node = scalarAt(steps);
  const meant = node && hostAddress(node.text);
  const last = steps.at(-1);
  if (!meant || !last) return [];
  const { hostname, ...more } = meant;
  const isItem = last.kind === 'item';
  if (!isItem && Object.keys(more).some((key) => findPair(last.mapping, key))) return [];
  const { flow } = isItem ? last.list : last.mapping;
  const column = columnOf(tree, isItem ? node.span.start : last.pair.key.span.start);
  const others = Object.entries(more).map(([key, value]) =>
    typeof value === 'string' ? `${key}: ${textToYaml(value, flow)}` : `${key}: ${String(value)}`,
  );
  const first = `${isItem ? 'hostname: ' : ''}${textToYaml(hostname, flow)}`;
  const text = [first, ...others].join(flow ? ', ' : `${styleOf(tree).eol}${' '.repeat(column)}`);
  const newText = flow && isItem ? `{${text}}` : text;
  const names = ['hostname', ...Object.keys(more)].map((name) => `\`${name}\``);
  return [
    { title: t('Write {0}', names.join(', ')), edits: [{ span: node.span, newText }], safe: false },
  ];
};
