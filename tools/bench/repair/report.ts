import { MUTATION_KINDS } from './mutations';
import type { Outcome } from './outcome';

/** Figures of one kind of mutation, or of all. Shares are between 0 and 1. */
export interface Figures {
  readonly kind: string;
  readonly cases: number;
  readonly accepted: number;
  readonly equal: number;
  /** Cases with a problem that the fixes caused. */
  readonly fresh: number;
  /** Cases without offered fixes. */
  readonly nothing: number;
  /** Cases in which something was fixed without asking; of these the share equal to the original, and those with a loss. */
  readonly unasked: number;
  readonly unaskedEqual: number;
  readonly unaskedLost: number;
  /** Cases in which only preferred fixes were made; of these the shares accepted and without a loss. */
  readonly preferred: number;
  readonly preferredAccepted: number;
  readonly preferredKept: number;
}

/** Counts and shares over the cases of one kind. */
function figuresOf(kind: string, outcomes: readonly Outcome[]): Figures {
  const count = (test: (outcome: Outcome) => boolean) => outcomes.filter(test).length;
  const shareOf = (some: readonly Outcome[], test: (outcome: Outcome) => boolean) =>
    some.length === 0 ? 0 : some.filter(test).length / some.length;
  const share = (test: (outcome: Outcome) => boolean) => shareOf(outcomes, test);
  const unasked = outcomes.filter(({ asksNobody }) => asksNobody);
  const preferred = outcomes.filter(({ isPreferred }) => isPreferred);
  return {
    kind,
    cases: outcomes.length,
    accepted: share(({ accepted }) => accepted),
    equal: share(({ equal }) => equal),
    fresh: count(({ fresh }) => fresh.length > 0),
    nothing: count(({ taken }) => taken.length === 0),
    unasked: unasked.length,
    unaskedEqual: shareOf(unasked, ({ unaskedEqual }) => unaskedEqual),
    unaskedLost: unasked.filter(({ unaskedLosses }) => unaskedLosses.length > 0).length,
    preferred: preferred.length,
    preferredAccepted: shareOf(preferred, ({ accepted }) => accepted),
    preferredKept: shareOf(preferred, ({ losses }) => losses.length === 0),
  };
}

/** The figures of each kind, of the kinds whose original can be restored, and of all. */
export function tableOf(outcomes: readonly Outcome[]): readonly Figures[] {
  const kinds = Object.keys(MUTATION_KINDS).map((kind) =>
    figuresOf(
      kind,
      outcomes.filter(({ file }) => file.mutation === kind),
    ),
  );
  const restorable = outcomes.filter(({ file }) => MUTATION_KINDS[file.mutation]?.restores);
  return [
    ...kinds,
    figuresOf('typo, shape and indentation', restorable),
    figuresOf('all', outcomes),
  ];
}

/** The goals that the figures miss; empty if none. */
export function missedGoals(table: readonly Figures[]): readonly string[] {
  const all = table.find(({ kind }) => kind === 'all');
  const restorable = table.find(({ kind }) => kind === 'typo, shape and indentation');
  if (!all || !restorable || all.cases === 0) return ['there are no cases'];
  return [
    ...(all.accepted < 0.9 ? [`accepted ${percent(all.accepted)} of 90%`] : []),
    ...(restorable.equal < 0.75 ? [`equal ${percent(restorable.equal)} of 75%`] : []),
    ...(all.unaskedEqual < 0.98 ? [`unasked equal ${percent(all.unaskedEqual)} of 98%`] : []),
    ...(all.unaskedLost > 0 ? [`${all.unaskedLost} cases with a loss that nobody asked for`] : []),
    ...(all.preferredKept < 0.99
      ? [`preferred without a loss ${percent(all.preferredKept)} of 99%`]
      : []),
    ...(all.preferredAccepted < 0.97
      ? [`preferred accepted ${percent(all.preferredAccepted)} of 97%`]
      : []),
    ...(all.fresh > 0 ? [`${all.fresh} cases with a new problem`] : []),
  ];
}

export function markdownTable(server: string, table: readonly Figures[]): string {
  const rows = table.map((row) => {
    const unasked = [row.unasked, percent(row.unaskedEqual), row.unaskedLost];
    const preferred = [row.preferred, percent(row.preferredAccepted), percent(row.preferredKept)];
    const first = [percent(row.accepted), percent(row.equal), row.fresh, row.nothing];
    return `| ${[row.kind, row.cases, ...first, ...unasked, ...preferred].join(' | ')} |`;
  });
  const columns = [
    'cases',
    'accepted by dstack',
    'equal to the original',
    'new problems',
    'nothing offered',
    'unasked',
    'equal',
    'with a loss',
    'preferred',
    'accepted',
    'without a loss',
  ];
  return [
    `## ${server}`,
    '',
    `| mutation | ${columns.join(' | ')} |`,
    `| --- |${' ---: |'.repeat(columns.length)}`,
    ...rows,
    '',
  ].join('\n');
}

/** The worst ten cases of each kind: those with new problems first, then the rejected, then the unequal ones. */
export function worstCases(outcomes: readonly Outcome[]): string {
  const sections = Object.keys(MUTATION_KINDS).map((kind) => {
    const own = outcomes.filter((outcome) => {
      const { file, equal, fresh, accepted } = outcome;
      const fails =
        isWrongUnasked(outcome) ||
        (outcome.isPreferred && outcome.losses.length > 0) ||
        !accepted ||
        fresh.length > 0 ||
        (MUTATION_KINDS[kind]?.restores && !equal);
      return file.mutation === kind && fails;
    });
    const worst = [...own].sort((a, b) => badness(b) - badness(a)).slice(0, 10);
    return `## ${kind}: ${own.length}\n\n${worst.map(describe).join('\n')}`;
  });
  return sections.join('\n');
}

function badness({ fresh, accepted, file, ...rest }: Outcome): number {
  const isWrong = isWrongUnasked(rest) || (rest.isPreferred && rest.losses.length > 0);
  return (
    (isWrong ? 8 : 0) +
    (fresh.length > 0 ? 4 : 0) +
    (accepted ? 0 : 2) -
    Math.min(file.text.length / 20_000, 1)
  );
}

function isWrongUnasked({
  asksNobody,
  unaskedEqual,
  unaskedLosses,
}: Pick<Outcome, 'asksNobody' | 'unaskedEqual' | 'unaskedLosses'>): boolean {
  return asksNobody && (!unaskedEqual || unaskedLosses.length > 0);
}

function describe(outcome: Outcome): string {
  const { file, text, taken, before, after } = outcome;
  return [
    `### ${file.name}`,
    `- problems at first: ${before.join(' ¦ ')}`,
    `- taken: ${taken.join(' ¦ ') || 'nothing'}`,
    ...(isWrongUnasked(outcome) ? ['- not the original, and nobody asked'] : []),
    ...(outcome.losses.length > 0
      ? [`- lost: ${outcome.losses.map(({ kind, what }) => `${kind} ${what}`).join(' ¦ ')}`]
      : []),
    `- problems at the end: ${after.join(' ¦ ') || 'none'}`,
    '```diff',
    ...changedLines('original', file.original, 'mutated', file.text),
    ...(text === file.text ? [] : changedLines('mutated', file.text, 'repaired', text)),
    '```',
    '',
  ].join('\n');
}

/** The lines between the common beginning and the common end of two texts. */
function changedLines(from: string, old: string, to: string, now: string): readonly string[] {
  const a = old.split('\n');
  const b = now.split('\n');
  let first = 0;
  while (first < Math.min(a.length, b.length) && a[first] === b[first]) first++;
  let last = 0;
  while (last < Math.min(a.length, b.length) - first && a.at(-1 - last) === b.at(-1 - last)) last++;
  return [
    `--- ${from}, line ${first + 1}`,
    `+++ ${to}`,
    ...a.slice(first, a.length - last).map((line) => `-${line}`),
    ...b.slice(first, b.length - last).map((line) => `+${line}`),
  ];
}

function percent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
}
