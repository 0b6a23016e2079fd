import type { Analysis } from '../../../server/src/language/analysis';
import { listedValues } from '../../../server/src/language/features/completion/listed';
import { propertiesIn, schemaAt } from '../../../server/src/language/cursor/property-lookup';
import { slotIn } from '../../../server/src/language/cursor/slot-finder';
import { textToYaml } from '../../../server/src/language/edit/yaml-text';
import { typesOf, type JsonValue, type Schema } from '../../../server/src/language/schema/schema';

/** What an author may write at `offset`, from the examples of the schema; undefined if nothing is missing. */
export function fillingAt(analysis: Analysis, offset: number): string | undefined {
  const slot = slotIn(analysis.tree, offset);
  if (slot.kind !== 'key' && slot.kind !== 'value') return undefined;
  const schema = schemaAt(analysis.schema, slot.path, slot.scopes);
  if (!schema) return undefined;
  if (slot.kind === 'value') return slot.lead + valueFor(schema, slot.flow, slot.items);
  const { scope } = slot;
  const properties = [
    ...propertiesIn(schema, (name) => scope.get(name), [...scope.keys()]).values(),
  ];
  const free = properties.filter(({ name, schema: { removed } }) => !scope.has(name) && !removed);
  const [property] = [...free].sort((a, b) => Number(b.required) - Number(a.required));
  const written = property
    ? `${property.name}: ${valueFor(property.schema, true)}`
    : `KEY: ${valueFor(schema.additionalProperties || {}, true)}`;
  return slot.lead + written;
}

/** A value that fits on one line: an example, else one that the schema lists, else any of the type. */
function valueFor(schema: Schema, flow: boolean, taken: readonly string[] = []): string {
  const examples = [...(schema.examples ?? [])].filter((one) => !taken.includes(String(one)));
  const [example = examples[0]] = examples.filter((one) => typeof one !== 'object');
  if (example !== undefined) return flowText(example, flow);
  const [listed] = listedValues(schema);
  if (listed) return listed.yaml;
  const [type] = typesOf(schema);
  if (type === 'integer' || type === 'number') return '1';
  if (type === 'array') return `[${valueFor(schema.items ?? {}, true)}]`;
  if (type !== 'object') return 'x';
  const pairs = (schema.required ?? []).map(
    (name) => `${name}: ${valueFor(schema.properties?.[name] ?? {}, true)}`,
  );
  return `{${pairs.join(', ')}}`;
}

function flowText(value: JsonValue, flow: boolean): string {
  if (typeof value === 'string') return textToYaml(value, flow);
  return JSON.stringify(value);
}
