import type { LocatedProblem } from '../problem/diagnostic';
import { isOneSlip } from '../base/spelling';
import type { LiveFacts } from '../live/facts';
import { isLive, isLiveKind, liveSlipOf, type LiveEntity } from '../live/known';
import { ENTITIES } from '../schema/entities';
import type { Reference } from './summary';
import type { Workspace } from './workspace';

/**
 * The problem of a name that no file of the workspace defines. A name that the server has is not missing; if it is known
 * not to have it, the problem says so.
 */
export function undefinedReference(
  { kind, name, range }: Reference,
  { index }: Workspace,
  live: LiveFacts | undefined,
): LocatedProblem[] {
  if (!index.complete || index.isDeclared(kind, name)) return [];
  const server = live && isLiveKind(kind) ? serverOf(live, kind, name) : undefined;
  if (server?.hasIt) return [];
  // If no file defines any, all of them are on the server.
  if (!server && !index.defines(kind)) return [];
  const { title } = ENTITIES[kind];
  const inFiles = index.slipOf(kind, name);
  const isSure = inFiles !== undefined && isSlipOfWord(name, inFiles);
  const suggestion = inFiles ?? server?.slip;
  const fact = server
    ? `Neither a file of the workspace nor the project \`${server.project}\` has a ${title} \`${name}\`.`
    : `No file of the workspace defines a ${title} \`${name}\`.`;
  const advice = suggestion === undefined ? undefined : `Did you mean \`${suggestion}\`?`;
  const unsure = server ? undefined : 'It may exist on the server.';
  return [
    {
      range,
      severity: isSure ? 'warning' : 'hint',
      code: 'undefined-reference',
      message: [fact, advice ?? unsure].filter(Boolean).join(' '),
      ...(suggestion === undefined ? {} : { data: { suggestion } }),
    },
  ];
}

/** What the server knows of a name; undefined if it is not known which names of the kind there are. */
function serverOf(live: LiveFacts, kind: LiveEntity, name: string) {
  const hasIt = isLive(live, kind, name);
  if (hasIt === undefined) return undefined;
  return { hasIt, project: live.project, slip: liveSlipOf(live, kind, name) };
}

/** The fewest letters of a word that is not another word when one of them differs. */
const FEWEST_LETTERS = 4;

/**
 * Whether one word of a name is a slip of the other's, and the rest is the same. A number, a plural or a single letter
 * makes two names: `fleet-a` and `fleet-b`, `gpu-1` and `gpu-2`.
 */
function isSlipOfWord(name: string, other: string): boolean {
  const [words, others] = [name.split('-'), other.split('-')];
  if (words.length !== others.length) return words.join('') === others.join('');
  const different = words.flatMap((word, index) => (word === others[index] ? [] : index));
  const [index = 0, ...more] = different;
  const [word = '', wanted = ''] = [words[index], others[index]];
  if (more.length > 0 || /\d/.test(word + wanted) || wanted.length < FEWEST_LETTERS) return false;
  return isOneSlip(word, wanted) && `${word}s` !== wanted && `${wanted}s` !== word;
}
