import type { Run } from '../../../../coerce/values';
import { problem, type Problem } from '../../../../problem/problem';
import type { View } from '../../support/view';
import { faultProblem, nameSpan } from './expression';
import { interpolate, isName, namespaceOf, type Interpolated } from './interpolator';
import { envNames, type Text } from '../../support/texts';

/** The texts of one place, and what to call it. */
interface Where {
  readonly where: string;
  readonly texts: readonly Text[];
  /** What `secrets` are used for there. */
  readonly secrets: boolean;
}

/**
 * Expressions with `env` in them, which the command line replaces. A variable that the file does not set can still come
 * from the option `-e`, so this is a warning.
 * Mirrors `BaseRunConfigurator.interpolate_env` of cli/services/configurators/run.py.
 *
 * @param onRight is called with the text that the command line passes on, if it accepts it
 */
export function variableProblems(
  run: View<Run>,
  { where, texts, secrets }: Where,
  onRight: (text: Text, left: Interpolated) => readonly Problem[] = () => [],
): readonly Problem[] {
  const variables = envNames(run);
  const known = (variables ?? []).map((name) => `env.${name}`);
  const place = {
    where,
    names: [...(known.length > 0 ? known : ['env.NAME']), ...(secrets ? ['secrets.NAME'] : [])],
  };
  const names = { has: (name: string) => known.includes(name), later: { secrets: isName } };
  return texts.flatMap((text) => {
    const interpolated = interpolate(text.piece, names);
    if (interpolated.faults.length === 0) return onRight(text, interpolated);
    return interpolated.faults.flatMap((fault) => {
      if (fault.kind !== 'unknown' || namespaceOf(fault.name.text) !== 'env') {
        return faultProblem(text, fault, place);
      }
      if (!variables) return [];
      const name = fault.name.text.slice('env.'.length);
      const message = `\`${name}\` is not in \`env\`: add it there, or pass it to each \`dstack apply\` with \`-e ${name}=...\`.`;
      return problem('unknown-reference', nameSpan(text, fault), message, {
        severity: 'warning',
        data: { given: fault.name.text, variable: name, values: place.names },
      });
    });
  });
}
