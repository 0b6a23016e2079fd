import type { Analysis } from '../../analysis';
import { holds, stepsTo } from '../../edit/locate';
import type { Problem } from '../../problem/problem';
import { keyText } from '../../yaml/node';

/**
 * Whether a problem is in the value of a property with this name. A value of a type that the property does not have
 * shows that another property was intended.
 */
export function isInside(name: string): (problem: Problem, after: Analysis) => boolean {
  return ({ code, span }, { tree }) =>
    stepsTo(tree.root, span).some((step) => {
      if (step.kind !== 'pair' || keyText(step.pair) !== name) return false;
      const { span: value } = step.pair.value;
      const isAll = value.start === span.start && value.end === span.end;
      return holds(value, span) && !(isAll && code === 'wrong-type');
    });
}
