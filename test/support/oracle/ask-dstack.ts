import { availableParallelism } from 'node:os';
import { askPython } from './python';

/** A file to ask dstack about; with `plan` it goes through `dstack apply`, not only through the models. */
export interface Question {
  readonly text: string;
  readonly kind: 'configuration' | 'profiles';
  readonly plan: boolean;
  /** The profiles of the folder; without them no profile is used. */
  readonly profiles?: string;
}

/**
 * dstack's answer about a file. `stage` is how far it came; "submit" is after the user has confirmed the plan.
 * Locations are paths in the file that the models name, `lines` (zero-based, both inclusive) what PyYAML names.
 */
export type Verdict =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly stage: 'yaml' | 'model' | 'plan' | 'submit' | 'oracle';
      readonly error: string;
      readonly locations: readonly (readonly (string | number)[])[];
      readonly lines?: readonly [number, number] | null;
    };

/** Asks dstack about many files, in one process per processor. Answers are in the order of the questions. */
export async function askDstack(
  python: string,
  questions: readonly Question[],
): Promise<readonly Verdict[]> {
  // A process needs seconds to load dstack, which is only worth it for many files.
  const processes = Math.min(availableParallelism(), 4, Math.ceil(questions.length / 500));
  const parts = Array.from({ length: processes }, (_, part) =>
    questions.filter((_, index) => index % processes === part),
  );
  const answers = await Promise.all(
    parts.map((part) => askPython<Verdict>(python, 'verdict.py', part)),
  );
  return questions.map((_, index) => {
    const answer = answers[index % processes]?.[Math.floor(index / processes)];
    if (!answer) throw new Error(`no verdict for question ${index}`);
    return answer;
  });
}
