import { textToYaml } from '../../edit/yaml-text';
import { columnOf, textAs } from '../../edit/rewrite';
import { scalarAt, targetOf } from '../../edit/locate';
import { listData, type FixProvider } from '../fix-provider';
import { styleOf } from '../../edit/layout';
import { eachItem } from './each-item';
import { t } from '../../l10n/text';

/** Several ports in one item: an item for each. */
export const listPorts: FixProvider = ({ analysis: { tree }, problem, steps }) => {
  const items = listData(problem, 'items');
  const step = steps.at(-1);
  const node = scalarAt(steps);
  if (items.length === 0 || step?.kind !== 'item' || node !== step.item) return [];
  const { flow } = step.list;
  const written = items.map((item) => (/^[0-9]+$/.test(item) ? item : textToYaml(item, flow)));
  const title = t('List the {0} ports', items.length);
  return [{ title, edits: [eachItem(tree, step, written)], meant: true }];
};

/** A number that is too large for a port may have one digit too many. */
export const withoutLastDigit: FixProvider = ({ problem, steps }) => {
  const node = scalarAt(steps);
  if (!node || !/^[0-9]{5,6}$/.test(node.text) || problem.data) return [];
  const text = node.text.slice(0, -1);
  const edits = [{ span: node.span, newText: text }];
  return [{ title: t('Change to `{0}`', text), edits, preferred: false }];
};

/** A URL with a port has too many colons for the shorthand: `url` and `path` instead. */
export const repoInFull: FixProvider = ({ analysis: { tree }, steps }) => {
  const step = steps.at(-1);
  const node = step && targetOf(step);
  if (step?.kind !== 'item' || step.list.flow || node?.kind !== 'scalar') return [];
  const [, url, path] = /^(\w+:\/\/[^:/]+:[0-9]+\/[^:]*)(?::(.+))?$/.exec(node.text) ?? [];
  if (url === undefined) return [];
  const asText = (text: string) => textAs(text, tree, { style: 'plain', flow: false });
  const indent = styleOf(tree).eol + ' '.repeat(columnOf(tree, node.span.start));
  const newText = `url: ${asText(url)}${path === undefined ? '' : `${indent}path: ${asText(path)}`}`;
  return [{ title: t('Write `url` and `path`'), edits: [{ span: node.span, newText }] }];
};
