import { Analysis, completion, environmentOf, hover, type Environment } from '../language';
import { closest } from '../language/base/spelling';
import { propertiesIn, propertyIn, type Property } from '../language/cursor/property-lookup';
import { schemasAt } from '../language/release/at';
import type { Schema } from '../language/schema/schema';
import { alternative, tagsOf } from '../language/schema/variant';
import { InputError } from './input';

/** Values that are listed: GPUs and regions are many, and a prefix narrows them. */
const MOST_VALUES = 60;

const unknown = () => undefined;

/**
 * What the release of an environment knows about a property: its meaning in Markdown, the properties in it, and values that begin with
 * `prefix`. `path` has the names of the properties from the top, with dots, without numbers of list items; without it,
 * the properties of the type are described. Throws an `InputError` for a type or property that does not exist.
 */
export function describe({ release }: Environment, type: string, path = '', prefix = ''): object {
  const outline = new Outline(release, type);
  const steps = path === '' ? [] : path.split('.');
  for (const step of steps) outline.enter(step);
  const values = steps.length === 0 ? [] : outline.values(prefix);
  return {
    dstackVersion: release.version,
    type,
    ...(path === '' ? {} : { path }),
    documentation: outline.documentation(),
    properties: outline.properties(),
    values: values.slice(0, MOST_VALUES),
    ...(values.length > MOST_VALUES ? { notListed: values.length - MOST_VALUES } : {}),
  };
}

/** A file with one property in another, written down as far as it is needed to ask about the last one. */
class Outline {
  private schema: Schema;
  private readonly name: string;
  private readonly lines: string[];
  private readonly environment: Environment;
  private indent = '';
  private dash = '';

  constructor(release: Environment['release'], type: string) {
    const schemas = schemasAt(release.version);
    const settings = { newerVersions: 'hide' } as const;
    this.environment = environmentOf({ release, settings, client: { snippets: false } });
    const isProfiles = type === 'profiles';
    const schema = isProfiles ? schemas.profiles : alternative(schemas.configuration, type);
    if (!schema) {
      const types = [...tagsOf(schemas.configuration), 'profiles'].join(', ');
      throw new InputError(`There is no type \`${type}\`. The types are ${types}.`);
    }
    this.schema = schema;
    this.name = isProfiles ? '.dstack/profiles.yml' : '.dstack.yml';
    this.lines = isProfiles ? [] : [`type: ${type}`];
  }

  enter(step: string): void {
    const { items } = this.schema;
    const direct = propertyIn(this.schema, step, unknown);
    const property = direct ?? (items && propertyIn(items, step, unknown));
    if (!property) {
      const names = this.current().map(({ name }) => name);
      const [near] = closest(step, names);
      const there = names.length > 0 ? `There are ${names.join(', ')}.` : 'It has no properties.';
      const advice = near === undefined ? there : `Did you mean \`${near}\`?`;
      throw new InputError(`There is no property \`${step}\` here. ${advice}`);
    }
    if (this.lines.at(-1)?.endsWith(':')) {
      this.indent += '  ';
      if (!direct) this.dash = '- ';
    }
    this.lines.push(`${this.indent}${this.dash}${step}:`);
    this.indent += ' '.repeat(this.dash.length);
    this.dash = '';
    this.schema = property.schema;
  }

  /** The hover of the last property; of the type, if there is none. */
  documentation(): string {
    const last = this.lines.at(-1) ?? '';
    const isType = last.startsWith('type: ');
    const character = isType ? 'type: '.length + 1 : last.search(/[^\s-]/) + 1;
    // A property without a value is not a property yet.
    const text = isType ? last : `${this.lines.join('\n')} x`;
    const position = { line: Math.max(this.lines.length - 1, 0), character };
    const { contents } = hover(this.analysis(text), { position }) ?? {};
    return typeof contents === 'object' && 'value' in contents ? contents.value : '';
  }

  properties(): object[] {
    return this.current().map(({ name, required, schema }) => ({
      name,
      required,
      description: schema.description ?? '',
    }));
  }

  values(prefix: string): object[] {
    const text = `${this.lines.join('\n')} ${prefix}`;
    const position = {
      line: this.lines.length - 1,
      character: text.length - text.lastIndexOf('\n') - 1,
    };
    const items = completion(this.analysis(text), { position })?.items ?? [];
    const properties = this.inside();
    return items
      .filter(
        ({ label }) =>
          label.toLowerCase().startsWith(prefix.toLowerCase()) && !properties.has(label),
      )
      .map(({ label, labelDetails }) => ({ value: label, note: labelDetails?.description ?? '' }));
  }

  /** The properties of the mapping that the last property can be, and of the items that it can have. */
  private inside(): ReadonlyMap<string, Property> {
    const { schema } = this;
    const inItems = schema.items
      ? propertiesIn(schema.items, unknown)
      : new Map<string, Property>();
    const all = [...inItems, ...propertiesIn(schema, unknown)];
    return new Map(all.filter(([, property]) => property.schema.lacks?.property === undefined));
  }

  /** Those of them that dstack neither has removed nor advises against. */
  private current(): Property[] {
    return [...this.inside().values()].filter(
      ({ schema }) => schema.removed === undefined && schema.deprecated === undefined,
    );
  }

  private analysis(text: string): Analysis {
    return new Analysis({ uri: `file:///${this.name}`, text }, this.environment);
  }
}
