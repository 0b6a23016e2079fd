import { askPython } from './python';
import type { Question, Verdict } from './ask-dstack';

/** The real models of a release: a Python with its dependencies, and the folder with its package. */
interface ReleaseModels {
  readonly python: string;
  readonly packages: string;
}

const MODELS = JSON.parse(process.env['DSTACK_RELEASES'] ?? '{}') as Readonly<
  Record<string, ReleaseModels>
>;

/** The older releases of dstack whose models can be asked; tools/releases.mjs installs them. */
export const RELEASES: readonly string[] = Object.keys(MODELS);

/** What the models of an older release say about files. Planning is left out: its parts differ with the release. */
export async function askModels(
  release: string,
  files: readonly Pick<Question, 'text' | 'kind'>[],
): Promise<readonly Verdict[]> {
  const { python = '', packages = '' } = MODELS[release] ?? {};
  const questions = files.map(({ text, kind }) => ({ text, kind, plan: false }));
  return askPython<Verdict>(python, 'verdict.py', questions, { PYTHONPATH: packages });
}

/** What an older release checks of configurations besides its models, as far as its functions need nothing else. */
export async function askFormerPlan(
  release: string,
  texts: readonly string[],
): Promise<readonly { readonly ok: boolean; readonly error?: string }[]> {
  const { python = '', packages = '' } = MODELS[release] ?? {};
  const questions = texts.map((text) => ({ text }));
  return askPython(python, 'former_plan.py', questions, { PYTHONPATH: packages });
}
