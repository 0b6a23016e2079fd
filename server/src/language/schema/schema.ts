import type { ShorthandName } from '../shorthand';
import type { Embedded } from './system-variables';

export type JsonType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Whether a value is one of JSON other than a list or a mapping. */
export function isJsonScalar(value: unknown): value is null | boolean | number | string {
  return value === null || ['boolean', 'number', 'string'].includes(typeof value);
}

/** Whether a value is a list. Unlike `Array.isArray` it knows lists that are read only. */
export function isJsonList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Keywords of JSON Schema 2020-12 that decide the verdict, with their standard meaning. */
interface StructureKeywords {
  readonly type?: JsonType | readonly JsonType[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | Schema;
  /** If present, keys must be text that matches it; otherwise numbers are accepted as keys as well. */
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly const?: string;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  /** With `discriminator`: one schema for each value of the named property. */
  readonly oneOf?: readonly Schema[];
  readonly discriminator?: { readonly propertyName: string };
}

/**
 * The lists of names that completion knows. Those of clouds are limited to the backends that `backend` or `backends` of
 * the same mapping name, those of GPUs by `name` and `vendor` there.
 */
export type CatalogueName =
  | 'availability-zones'
  | 'compute-capabilities'
  | 'gateway-instance-types'
  | 'gpu-memory'
  | 'gpu-names'
  | 'images'
  | 'instance-types'
  | 'regions'
  | 'users';

/** What a configuration can define, or contain, that others refer to by name. */
export type EntityKind = 'fleet' | 'gateway' | 'group' | 'preset' | 'profile' | 'run' | 'volume';

/**
 * What became of a property. Values may be listed: with null, the property had no effect; with another text, it won over
 * others that became the same property.
 */
export interface Replacement {
  readonly property: string;
  readonly values?: Readonly<Record<string, string | null>>;
}

/** Registered keywords that describe; they never change the verdict. */
interface DocumentationKeywords {
  readonly title?: string;
  /** Markdown in our own words: what it does and what to know, without type and default. */
  readonly description?: string;
  readonly default?: JsonValue;
  /** What `pattern` requires, as the end of a message: "must begin with `/`". */
  readonly patternDescription?: string;
  /** Text for a default that is not a constant, e.g. "the name of the fleet". */
  readonly defaultDescription?: string;
  readonly examples?: readonly JsonValue[];
  /** One line of Markdown for each value of `enum` (or each well-known value of a shorthand). */
  readonly valueDescriptions?: Readonly<Record<string, string>>;
  /**
   * A sentence on the meaning of a value that may be any text: `{value}` is replaced by it, `{name}` for the property.
   */
  readonly valueMeaning?: string;
  /** The list of names for the value; other names are valid as well. */
  readonly catalogue?: CatalogueName;
  /** The values of `enum` that are offered, if a rule rejects the others. */
  readonly offered?: readonly string[];
  /** Of a range, that it must have an upper end; a rule checks it. */
  readonly closed?: boolean;
  /** The maximum that a server accepts by default; a rule checks it. */
  readonly serverMaximum?: number;
  /** Whether a rule rejects every value, so it is not offered. */
  readonly impossible?: boolean;
  /** That dstack itself writes the property, not the user, so it is not offered. */
  readonly internal?: true;
  /** Forms of the mapping around the value, for each value of `enum`. */
  readonly valueExamples?: Readonly<Record<string, JsonValue>>;
  /** That the value is the name of what the configuration (or this part of it) defines. */
  readonly declares?: EntityKind;
  /** That the value, or the part of a shorthand that is a name, is the name of something defined elsewhere. */
  readonly refersTo?: EntityKind;
  /** That the name is one of another project if this property of the same mapping has a value. */
  readonly foreignBeside?: string;
  /** That the value names something that the server must be configured with. */
  readonly configured?: 'backend' | 'region';
  /** That the value, or its first part, is a path on the user's machine, relative to the folder of the file. */
  readonly localPath?: 'any' | 'folder';
  /** What a text may contain: shell variables, and the `${{ }}` that dstack replaces there. */
  readonly embeds?: readonly Embedded[];
  /** The key is the name of what it declares. */
  readonly keyDeclares?: 'variable';
  /** The text begins with the name of what it declares, as `NAME=value` does. */
  readonly textDeclares?: 'variable';
  /** That its value may be secret: it is not shown outside its file. */
  readonly secret?: true;
  /**
   * That it is left out of what a server gets to plan a configuration, beside what is secret: it may hold a secret, or
   * is about files of the user's machine, and the plan does not depend on it.
   */
  readonly unsent?: true;
  /** Its default decides on cost or behaviour, so it is shown where the property is not set. */
  readonly notable?: true;
  /** That the mapping asks for hardware, which people also write as Kubernetes and other tools do. */
  readonly hardware?: true;
  /** Properties that cannot be set together with this one. */
  readonly excludes?: readonly string[];
  /** Path below https://dstack.ai/docs/reference/, e.g. `dstack.yml/task#resources`. */
  readonly reference?: string;
  /** dstack release that brought it, advises against it, or no longer knows it. */
  readonly since?: string;
  readonly deprecated?: string;
  readonly removed?: string;
  /** What the value of a removed property had to be, for the releases that have it. */
  readonly former?: Schema;
  /** The replacement of a removed or deprecated property, with the values that have another name there. */
  readonly replacement?: Replacement;
  /** Releases that brought some of the values, or one of the forms, after the property itself. */
  readonly valuesSince?: Readonly<Record<string, string>>;
  readonly formsSince?: Readonly<Partial<Record<WrittenForm, string>>>;
  /** The release that brought the shorthands that match a regular expression. */
  readonly textsSince?: TextsSince;
  /** Values that dstack no longer accepts, each with the first release without it. */
  readonly valuesRemoved?: Readonly<Record<string, string>>;
  /** The default of older releases, if it was another. */
  readonly formerly?: Formerly;
  /** The release from which more than the type of the value is checked. */
  readonly checkedSince?: string;
  /** The release from which numbers and booleans are no longer read as text. */
  readonly convertedUntil?: string;
  /** The release from which the property that decides on the variant must be there. */
  readonly tagSince?: string;
  /** The release from which a range may have no end. */
  readonly emptySince?: string;
  /** The first release in which the property may be missing. */
  readonly optionalSince?: string;
  /** What releases before `since` have instead, if it means the same. */
  readonly olderName?: string;
  /** The same for single values. */
  readonly olderValues?: Readonly<Record<string, string>>;
  /** With another default in later releases. Only the schema of an older release has it. */
  readonly laterDefault?: Schema;
  /** What the release in use does not have yet. Only the schema of an older release has it (`release/at.ts`). */
  readonly lacks?: Lacks;
}

/** What a property that is not set meant before a release. */
export interface Formerly {
  /** The first release with the other default. */
  readonly until: string;
  readonly default?: JsonValue;
  readonly defaultDescription?: string;
  /** What to write to keep that meaning, if it is not the default. With neither of them nothing is to be kept. */
  readonly keep?: JsonValue;
  /**
   * The files in which it matters: paths of properties that are all there and not false, such as `resources.gpu`, `!a` for
   * one that is not, `a=1` for a value.
   */
  readonly when?: string;
}

/** A kind of shorthand that came later than the others. */
export interface TextsSince {
  readonly pattern: string;
  /** What such a text has, in a message: "an architecture". */
  readonly what: string;
  readonly since: string;
}

/** How a value is written, whatever its type. */
export type WrittenForm = 'null' | 'scalar' | 'list' | 'mapping';

/** What a release does not have yet, each with the release that brings it. */
export interface Lacks {
  /** The property itself. */
  readonly property?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly forms?: Readonly<Partial<Record<WrittenForm, string>>>;
  readonly texts?: TextsSince;
  /** A range without an end. */
  readonly empty?: string;
}

/**
 * A node of the schema: valid JSON Schema plus the registered keywords below. The same literal gives the
 * validator its rule, hover its text and completion its items.
 */
export interface Schema extends StructureKeywords, DocumentationKeywords {
  /**
   * Grammar of the scalar form. A scalar is replaced by what the grammar makes of it before the structure is checked,
   * as dstack's models do it in their "before" validators. A grammar that yields a mapping or a list is therefore
   * combined with `properties` or `items` for the long form.
   */
  readonly shorthand?: ShorthandName;
  /** The property of the same mapping beside which dstack drops this one unread, whatever its value. */
  readonly droppedBeside?: string;
  /** The same, if the value of this one is false for Python, and that of the other true. */
  readonly droppedIfFalseBeside?: string;
}

/** The JSON types that a node may have; without `type` any. */
export function typesOf(schema: Schema): readonly JsonType[] {
  if (schema.type === undefined) return [];
  return typeof schema.type === 'string' ? [schema.type] : schema.type;
}

/** Whether a schema accepts values of a type; one that names no type accepts all. */
export function allowsType(schema: Schema, type: JsonType): boolean {
  const types = typesOf(schema);
  return (
    types.length === 0 || types.includes(type) || (type === 'integer' && types.includes('number'))
  );
}

/** Our registered keywords: annotations that a JSON Schema validator ignores. */
export const ANNOTATION_KEYWORDS = [
  'shorthand',
  'patternDescription',
  'droppedBeside',
  'droppedIfFalseBeside',
  'defaultDescription',
  'valueDescriptions',
  'valueMeaning',
  'catalogue',
  'offered',
  'closed',
  'impossible',
  'internal',
  'serverMaximum',
  'valueExamples',
  'declares',
  'refersTo',
  'foreignBeside',
  'configured',
  'localPath',
  'embeds',
  'keyDeclares',
  'textDeclares',
  'secret',
  'unsent',
  'notable',
  'excludes',
  'reference',
  'since',
  'removed',
  'former',
  'replacement',
  'valuesSince',
  'formsSince',
  'textsSince',
  'valuesRemoved',
  'formerly',
  'laterDefault',
  'checkedSince',
  'convertedUntil',
  'tagSince',
  'emptySince',
  'optionalSince',
  'olderName',
  'olderValues',
  'lacks',
] as const;
