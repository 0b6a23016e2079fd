import { combinationsOf } from '../combinations';
import { setValue, wholeOf, type Edit, type Operator } from './operator';

export const otherType: Operator = ({ sites, root, random }) => {
  const type = sites.find((site) => site.path.length === 1 && site.path[0] === 'type');
  const types = (root.oneOf ?? []).flatMap((option) => option.properties?.['type']?.const ?? []);
  return type && types.length > 0
    ? setValue(type, random.pick([...types, 'Task', 'job', 'tasks', '', 'null']))
    : undefined;
};

/** Properties at the top that exclude or need each other. */
export const combination: Operator = ({ text, sites, random }) => {
  const type = sites.find((site) => site.path.length === 1 && site.path[0] === 'type');
  if (!type || type.flow) return undefined;
  const combinations = combinationsOf(text.slice(type.value.start, type.value.end).trim());
  if (combinations.length === 0) return undefined;
  const edits: Edit[] = [];
  const added: string[] = [];
  for (const [key, value] of Object.entries(random.pick(combinations))) {
    const site = sites.find((s) => s.path.length === 1 && s.path[0] === key);
    if (site) edits.push({ ...wholeOf(text, site), insert: '' });
    if (value !== undefined) added.push(`${key}: ${value}\n`);
  }
  const last = random.pick(sites.filter((s) => s.path.length === 1 && s.key));
  const at = wholeOf(text, last).start;
  return [
    ...edits.filter((edit) => edit.start !== at || edit.end === at),
    { start: at, end: at, insert: added.join('') },
  ];
};
