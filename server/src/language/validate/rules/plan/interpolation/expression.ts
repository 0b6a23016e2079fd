import { problem, type Problem } from '../../../../problem/problem';
import { listOfNames, quote } from '../../../../base/words';
import { closest } from '../../../../base/spelling';
import { namespaceOf, type Fault } from './interpolator';
import { placeOf, type Text } from '../../support/texts';

/** The words of messages about a place with expressions. */
export interface Place {
  /** "`commands`" */
  readonly where: string;
  /** The complete names that can be replaced there; the first is the example. */
  readonly names: readonly string[];
}

/** The problem of an expression. */
export function faultProblem(text: Text, fault: Fault, place: Place): Problem {
  if (fault.kind === 'unclosed') {
    const message = `This \`\${{\` is not closed: write e.g. \`\${{ ${place.names[0] ?? ''} }}\`.`;
    return problem('expression', placeOf(text, fault.expression), message);
  }
  const given = fault.name.text;
  const shell = shellVariable(given, place);
  if (shell !== undefined) {
    const message = `${quote(given)} is not replaced in ${place.where}: the shell has the variable as \`${shell}\`.`;
    const data = { given, values: place.names, suggestion: shell };
    return problem(codeOf(fault), placeOf(text, fault.expression), message, { data });
  }
  const [suggestion] = closest(given, place.names);
  const names = listOfNames(place.names);
  const form =
    fault.kind === 'illegal'
      ? 'is not a name in an expression: names have the form `namespace.name`, of letters, digits and `_`.'
      : 'is not replaced here.';
  const message = `${quote(given)} ${form}\nWhat can be used in ${place.where}: ${names}.`;
  return problem(codeOf(fault), nameSpan(text, fault), message, {
    data: { given, values: place.names, ...(suggestion !== undefined && { suggestion }) },
  });
}

function codeOf({ kind }: Fault) {
  return kind === 'unknown' ? 'unknown-reference' : 'expression';
}

/** Commands go through a shell, which has the variables of the environment by itself. */
function shellVariable(name: string, place: Place): string | undefined {
  if (!place.names.includes('run.args')) return undefined;
  const variable = namespaceOf(name) === 'env' ? name.slice('env.'.length) : name;
  return /^[A-Z_][A-Z0-9_]*$/.test(variable) ? `$${variable}` : undefined;
}

/** The span of a name; that of its expression if the name is empty. */
export function nameSpan(text: Text, { name, expression }: Fault) {
  return placeOf(text, name.text === '' ? expression : name);
}
