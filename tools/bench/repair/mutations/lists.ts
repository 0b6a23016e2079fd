import {
  shiftLine,
  type Edit,
  type Operator,
  type Subject,
} from '../../../../test/support/generate/mutate/operator';
import type { Site } from '../../../../test/support/generate/text-sites';

/** The items of a list of one-line texts without comments beside them; at least two. */
function itemsOfList({ text, sites, random }: Subject): readonly Site[] {
  const lists = sites
    .filter((site) => site.shape === 'sequence' && site.key && !site.flow)
    .map((list) =>
      sites.filter(
        (site) =>
          !site.flow &&
          site.path.length === list.path.length + 1 &&
          list.path.every((step, index) => site.path[index] === step),
      ),
    )
    .filter((items) => items.length > 1 && items.every((item) => isLine(text, item)));
  return lists.length > 0 ? random.pick(lists) : [];
}

function isLine(text: string, { shape, value }: Site): boolean {
  const written = text.slice(value.start, value.end);
  const behind = text.slice(value.end, text.indexOf('\n', value.end) >>> 0);
  return shape === 'scalar' && !/[\n|>]/.test(written.charAt(0) + written) && behind.trim() === '';
}

/** The offset of the dash of an item. */
function dashOf(text: string, { value }: Site): number {
  return text.lastIndexOf('-', value.start - 1);
}

/** A line for each item, without dashes. */
export const dashesForgotten: Operator = (subject) => {
  const items = itemsOfList(subject);
  if (items.length === 0) return undefined;
  return items.map((item) => ({
    start: dashOf(subject.text, item),
    end: item.value.start,
    insert: '',
  }));
};

/** `-python train.py`: in one item, or in all. */
export const dashWithoutSpace: Operator = (subject) => {
  const { text, random } = subject;
  const items = itemsOfList(subject);
  if (items.length === 0) return undefined;
  const glued = (item: Site): Edit => ({
    start: dashOf(text, item) + 1,
    end: item.value.start,
    insert: '',
  });
  return random.chance(0.5) ? items.map(glued) : glued(random.pick(items));
};

/** An item that is indented farther than the others, or not as far. */
export const itemIndented: Operator = (subject) => {
  const { text, random } = subject;
  const [, ...items] = itemsOfList(subject);
  if (items.length === 0) return undefined;
  const item = random.pick(items);
  const start = text.lastIndexOf('\n', item.value.start - 1) + 1;
  const line = text.slice(start, item.value.end);
  return { start, end: item.value.end, insert: shiftLine(line, random.pick([2, 1, -1])) };
};
