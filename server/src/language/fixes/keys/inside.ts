import type { Analysis } from '../../analysis';
import { holds, stepsTo } from '../../edit/locate';
import type { Problem } from '../../problem/problem';
import type { Span } from '../../base/span';
import { keyText, type Node } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';

type IsRevealed = (problem: Problem, after: Analysis) => boolean;

/** Whether a problem is in the value of a property with this name, or is about all of the value. */
export function isWithin(name: string): IsRevealed {
  return ({ span }, { tree }) => valuesAround(tree, span, name).length > 0;
}

/**
 * The same, except that the value has the wrong type: a type that the property does not have shows that another
 * property was intended.
 */
export function isInside(name: string): IsRevealed {
  return ({ code, span }, { tree }) =>
    valuesAround(tree, span, name).some(({ span: value }) => {
      const isAll = value.start === span.start && value.end === span.end;
      return !(isAll && code === 'wrong-type');
    });
}

/** The values of properties with this name that hold a span, the outermost first. */
function valuesAround({ root }: Tree, at: Span, name: string): readonly Node[] {
  return stepsTo(root, at).flatMap((step) => {
    if (step.kind !== 'pair' || keyText(step.pair) !== name) return [];
    const { value } = step.pair;
    return holds(value.span, at) ? [value] : [];
  });
}
