import { askPython, pythonForOracle } from './python';
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

/** What test/oracle/release_facts.py knows of defaults. */
export interface ReleaseFacts {
  /** By their path; `value` is the default of the model, null if it has none. */
  readonly properties: Readonly<Record<string, { readonly value: unknown }>>;
  /** Defaults that only code gives. */
  readonly code: Readonly<Record<string, unknown>>;
}

/** What a release has; of the newest it is asked where the oracle is. */
export async function askReleaseFacts(release: string): Promise<ReleaseFacts> {
  const { python = pythonForOracle() ?? '', packages } = MODELS[release] ?? {};
  const more = packages === undefined ? {} : { PYTHONPATH: packages };
  const [facts] = await askPython<ReleaseFacts>(python, 'release_facts.py', [{}], more);
  if (!facts) throw new Error(`dstack ${release} gives no facts.`);
  return facts;
}
