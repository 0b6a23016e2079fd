import type { Analysis } from '../../analysis';
import { span } from '../../base/span';
import { plainText, snippetText, STARTERS, type Starter } from '../../starters';
import { releaseForStarter } from '../../meaning/starter-release';
import type { KeySlot, ValueSlot } from '../../cursor/slot';
import { markdown } from '../../meaning/markdown';
import type { Offer } from './item';
import { STARTER } from './keys';
import { penOf } from './pen';

/** Only a comment, or the beginning of a document. */
const BLANK = /^(?:\s*(?:#.*)?|---\s*)$/;

/** The text that may be at the cursor while the user searches for a template: a few words. */
const SOUGHT = /^\s*[\w-]*(?: [\w-]+)*$/;

/** Templates, if the file has only comments and the word at the cursor; after the required keys. */
export function starterOffers(
  { tree, kind, release }: Analysis,
  slot: KeySlot | ValueSlot,
): Offer[] {
  if (slot.path.length > 0) return [];
  const { text, lines } = tree;
  const { line } = lines.position(slot.span.start);
  const [start, end] = [lines.start(line), lines.end(line)];
  const others = `${text.slice(0, start)}${text.slice(end)}`.split(/\r?\n/);
  if (!SOUGHT.test(text.slice(start, end)) || !others.every((line) => BLANK.test(line))) return [];
  const pen = penOf(slot);
  const sought = wordsOf(text.slice(start, slot.span.start) + pen.prefix);
  const frame = { ...pen, range: span(start, end), lead: '' };
  const write = (file: string) =>
    // The following text is already on a line of its own.
    (end < text.length ? file.trimEnd() : file).replaceAll('\n', slot.layout.eol);
  const found = startersOf(kind).filter(({ label }) => hasWords(label, sought));
  return found.map((starter) => ({
    ...neededBy(starter, release),
    label: starter.label,
    filter: filterOf(starter.label, sought),
    kind: 'file',
    before: write(plainText(starter)),
    snippet: write(snippetText(starter)),
    documentation: () =>
      markdown([starter.description + '.', '```yaml\n' + plainText(starter) + '```']),
    note: 'whole file',
    group: STARTER,
    frame,
  }));
}

/** Whether each word begins a word of a label. */
function hasWords(label: string, sought: readonly string[]): boolean {
  const words = wordsOf(label);
  return sought.every((one) => words.some((word) => word.startsWith(one)));
}

/**
 * The words of a label, of which an editor may find any letter until it asks again: only those that begin as what is
 * typed, since it would find `dist` in `dev environment: private registry`, and Enter would write that file. In small
 * letters: it would prefer the property `fleets` to `Fleet`.
 */
function filterOf(label: string, sought: readonly string[]): string {
  const begins = (word: string) => sought.some((one) => one.charAt(0) === word.charAt(0));
  const all = label.toLowerCase();
  if (sought.length === 0) return all;
  return all
    .split(/[\s:]+/)
    .filter((part) => wordsOf(part).some(begins))
    .join(' ');
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

function neededBy(starter: Starter, { version }: Analysis['release']): Pick<Offer, 'needs'> {
  const needs = releaseForStarter(starter, version);
  return needs === undefined ? {} : { needs };
}

/** The usual template of each type, then the variants. */
function startersOf(kind: Analysis['kind']): readonly Starter[] {
  if (kind === 'profiles') return STARTERS['profiles'] ?? [];
  const { profiles: _, ...byType } = STARTERS;
  const lists = Object.values(byType);
  return [...lists.flatMap(([usual]) => usual ?? []), ...lists.flatMap((list) => list.slice(1))];
}
