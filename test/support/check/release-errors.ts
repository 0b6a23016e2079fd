import { Analysis } from '../../../server/src/language/analysis';
import { Failures } from '../../../server/src/language/base/failures';
import { environmentOf, type Environment } from '../../../server/src/language/environment';
import type { Problem } from '../../../server/src/language/problem/problem';
import { validate } from '../../../server/src/language/validate';
import { MODEL_RULES } from '../../../server/src/language/validate/rules/table';
import { uriOf, type Sample } from '../oracle/corpus';

/** An environment in which a release of dstack decides. */
export function inRelease(version: string): Environment {
  return environmentOf({ release: { version, source: 'setting' } });
}

/** The errors that the models of a release give in our opinion; what only planning rejects is left out. */
export function errorsOfModels(
  { text, kind }: Pick<Sample, 'text' | 'kind'>,
  release: string,
): readonly Problem[] {
  const analysis = new Analysis({ uri: uriOf(kind), text }, inRelease(release));
  const { bound, coerced, tree } = analysis;
  const { root, problems } = tree;
  const further =
    root && coerced
      ? validate(
          { root, text: tree.text, bound, coerced, kind: analysis.kind, release },
          new Failures(),
          MODEL_RULES[analysis.kind],
        )
      : [];
  return [...problems, ...further].filter(({ severity }) => severity === 'error');
}

/** Whether a release rejects a file in our opinion, by its models or while planning. */
export function hasErrors({ text, kind }: Pick<Sample, 'text' | 'kind'>, release: string): boolean {
  const { problems } = new Analysis({ uri: uriOf(kind), text }, inRelease(release));
  return problems.some(({ severity }) => severity === 'error');
}
