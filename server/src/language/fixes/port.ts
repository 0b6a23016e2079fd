import { textToYaml } from '../edit/yaml-text';
import { columnOf } from '../edit/rewrite';
import { scalarAt } from '../edit/locate';
import { listData, type Maker } from './maker';
import { styleOf } from '../edit/layout';

/** Several ports in the place of one item: an item for each. */
export const listPorts: Maker = ({ analysis: { tree }, problem, steps }) => {
  const items = listData(problem, 'items');
  const step = steps.at(-1);
  const node = scalarAt(steps);
  if (items.length === 0 || step?.kind !== 'item' || node !== step.item) return [];
  const { flow } = step.list;
  const written = items.map((item) => (/^[0-9]+$/.test(item) ? item : textToYaml(item, flow)));
  const margin = ' '.repeat(Math.max(0, columnOf(tree, node.span.start) - 2));
  const newText = written.join(flow ? ', ' : `${styleOf(tree).eol}${margin}- `);
  return [{ title: `List the ${items.length} ports`, edits: [{ span: node.span, newText }] }];
};

/** A number that is too large to be a port may have a digit too many. */
export const withoutLastDigit: Maker = ({ problem, steps }) => {
  const node = scalarAt(steps);
  if (!node || !/^[0-9]{5,6}$/.test(node.text) || problem.data) return [];
  const text = node.text.slice(0, -1);
  const edits = [{ span: node.span, newText: text }];
  return [{ title: `Change to \`${text}\``, edits, preferred: false }];
};
