import type { Problem } from '../../problem/problem';
import { propertyOf } from '../../schema/variant';
import type { Schema } from '../../schema/schema';
import { keyText, type MappingNode, type Pair } from '../../yaml/node';
import { textData, UNSURE, type Candidate, type Context } from '../fix-provider';

/** Other properties of a mapping that may be intended as `name` as well, so only the author knows which one is. */
export function rivalsFor(
  context: Context,
  mapping: MappingNode,
  pair: Pair,
  schema: Schema,
  name: string,
): readonly string[] {
  const replaced = mapping.pairs.flatMap((other) => {
    const key = keyText(other) ?? '';
    const isRival = other !== pair && propertyOf(schema, key)?.replacement?.property === name;
    return isRival ? key : [];
  });
  return [...misspeltAs(name, context, mapping), ...replaced];
}

/** Other properties of a mapping that are unknown and seem to be `name`. */
export function misspeltAs(
  name: string,
  { analysis: { problems }, problem }: Context,
  mapping: MappingNode,
): readonly string[] {
  return problems.flatMap((other) => {
    const isCalled = other.code === 'unknown-key' && textData(other, 'suggestion') === name;
    const isRival = isCalled && other !== problem && isOn(mapping, other);
    return isRival ? (textData(other, 'key') ?? []) : [];
  });
}

/** The same change if nothing else may be intended as well; else it is the author's choice. */
export function unlessContested(candidate: Candidate, rivals: readonly string[]): Candidate {
  if (rivals.length === 0) return candidate;
  const reveals: Candidate['reveals'] = (problem, after) =>
    isAbout(rivals, problem) || candidate.reveals?.(problem, after) === true;
  return { ...candidate, ...UNSURE, reveals };
}

function isOn({ pairs }: MappingNode, { span: { start } }: Problem): boolean {
  return pairs.some(({ key }) => key.span.start === start);
}

/** Whether a problem is that one of some properties is unknown, for which no name is suggested any more. */
function isAbout(keys: readonly string[], problem: Problem): boolean {
  const key = textData(problem, 'key');
  return problem.code === 'unknown-key' && key !== undefined && keys.includes(key);
}
