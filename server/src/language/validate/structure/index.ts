import type { ErrorObject } from 'ajv';
import * as validators from 'compiled-validators';
import type { Bound } from '../../coerce/bind';
import type { Coerced } from '../../coerce/coerce';
import type { Failures } from '../../base/failures';
import { lookup } from '../../base/lookup';
import type { Problem } from '../../problem/problem';
import type { Node } from '../../yaml/node';
import { deepestNodeAt } from '../../yaml/walk';
import { patternProblem } from './invalid-format';
import { missingKey } from './missing-key';
import { rangeProblem } from './out-of-range';
import type { Translate } from './place';
import { unknownKey } from './unknown-key';
import { tagProblem } from './unknown-type';
import { valueProblem } from './unknown-value';
import { lengthProblem } from './wrong-length';
import { typeProblem } from './wrong-type';

/** Which of the two kinds of dstack file: a configuration, or `.dstack/profiles.yml`. */
export type ConfigurationKind = 'configuration' | 'profiles';

/** The problem for an error of each keyword of the schema. */
const TRANSLATIONS: Readonly<Record<string, Translate>> = {
  type: typeProblem,
  required: missingKey,
  additionalProperties: unknownKey,
  enum: valueProblem,
  const: valueProblem,
  minimum: rangeProblem,
  exclusiveMinimum: rangeProblem,
  maximum: rangeProblem,
  minLength: lengthProblem,
  maxLength: lengthProblem,
  minItems: lengthProblem,
  maxItems: lengthProblem,
  pattern: patternProblem,
  propertyNames: patternProblem,
  discriminator: tagProblem,
};

/** Maximum number of errors that are translated: a hostile file can have one per line. */
export const ERROR_LIMIT = 1000;

/** What is wrong with the structure of a file. */
export interface StructureProblems {
  readonly problems: readonly Problem[];
  /** Whether all errors were looked at, so a value without a problem is one that the schema accepts. */
  readonly isComplete: boolean;
}

/** Checks the coerced value against the compiled schema and places each error on the smallest node. */
export function checkStructure(
  root: Node,
  bound: Bound,
  coerced: Coerced,
  kind: ConfigurationKind,
  failures: Failures,
): StructureProblems {
  const validator = validators[kind];
  if (validator(coerced.value)) return { problems: [], isComplete: true };
  const errors = validator.errors ?? [];
  const problems = errors
    .slice(0, ERROR_LIMIT)
    .flatMap(
      (error) =>
        failures.attempt(
          `structure ${error.keyword}`,
          () => translate(error, root, bound, coerced),
          undefined,
        ) ?? [],
    );
  return {
    problems: withoutConsequences(problems),
    isComplete: errors.length <= ERROR_LIMIT,
  };
}

function translate(
  error: ErrorObject,
  root: Node,
  bound: Bound,
  coerced: Coerced,
): Problem | undefined {
  // A rule for the name of a key is reported once, by `propertyNames`, not by the keyword inside it as well.
  if (error.propertyName !== undefined) return undefined;
  const path = stepsOf(error.instancePath);
  const node = deepestNodeAt(root, path);
  if (coerced.reported.has(node)) return undefined;
  const found = lookup(TRANSLATIONS, error.keyword)?.(error, { node, path, root, bound });
  // A value or a key in a message can have line breaks in it.
  return found && { ...found, message: found.message.replace(/\s/g, ' ') };
}

function stepsOf(pointer: string): string[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/**
 * One mistake, one problem: a place has one problem, and a required key that is there under another name is not
 * missing. Within a configuration, an unknown key is probably that name, however different it is.
 */
function withoutConsequences(problems: readonly Problem[]): readonly Problem[] {
  const key = (p: Problem, name: string) => `${p.data?.['mapping']}/${lookup(p.data, name)}`;
  const unknown = problems.filter((p) => p.code === 'unknown-key');
  const misspelt = new Set(unknown.map((p) => key(p, 'suggestion')));
  const nested = new Set(unknown.map((p) => p.data?.['mapping']).filter((path) => path !== ''));
  const told = new Set<string>();
  return problems.filter((p) => {
    const elsewhere = misspelt.has(key(p, 'key')) || nested.has(p.data?.['mapping']);
    if (p.code === 'missing-key' && elsewhere) return false;
    const place = `${p.span.start} ${p.span.end} ${p.code === 'missing-key' ? key(p, 'key') : ''}`;
    if (told.has(place)) return false;
    told.add(place);
    return true;
  });
}
