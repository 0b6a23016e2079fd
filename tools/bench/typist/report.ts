import type { Delay } from './delay';
import type { LineResult } from './lines';
import type { FileResult } from './whole-files';
import type { Slip } from './hand';

/** Maximum number of lines that are listed of each kind. */
const LISTED = 12;

/** The outcomes of lines, in the order of the report. */
const KINDS = [
  'no new line',
  'written after a key',
  'another value',
  'a word of the file',
  'changed by the editor',
] as const;

type Kind = (typeof KINDS)[number];

/** The results of all lines for a server whose answers come `delay` keys late. */
export interface Run {
  readonly name: string;
  readonly delay: Delay;
  readonly results: readonly LineResult[];
}

/** The lines of a run that Enter changed, and where they are. */
export function slipsOf({ results }: Run): { slip: Slip; place: string }[] {
  return results.flatMap(({ sample, slip }) =>
    slip ? [{ slip, place: `${sample.name}:${String(slip.line + 1)}` }] : [],
  );
}

/** Lines that differ from what was typed, by outcome, for each run. */
export function lineTable(runs: readonly Run[]): string[] {
  const rows = KINDS.map((kind) => [
    kind,
    ...runs.map((run) => String(slipsOf(run).filter(({ slip }) => kindOf(slip) === kind).length)),
  ]);
  const head = [
    'Enter at the end of a line',
    ...runs.map(({ name, delay }) => `${name} +${String(delay)}`),
  ];
  const lines = ['lines', ...runs.map(({ results }) => String(results.length))];
  const changed = ['changed lines', ...runs.map((run) => String(slipsOf(run).length))];
  return [head, lines, ...rows, changed].map(([first = '', ...cells]) =>
    [first.padEnd(28), ...cells.map((cell) => cell.padStart(26))].join(''),
  );
}

/** The first lines of each kind, with their place, the intended text and the result. */
export function slipList(run: Run): string[] {
  return KINDS.flatMap((kind) => {
    const found = slipsOf(run).filter(({ slip }) => kindOf(slip) === kind);
    return [
      ...(found.length > 0 ? [`${run.name}, answers ${String(run.delay)} keys late: ${kind}`] : []),
      ...limited(found.map(({ slip, place }) => `  ${place}  ${describe(slip)}`)),
    ];
  });
}

/** Totals over files that were typed as a whole. */
export function fileTotals(title: string, results: readonly FileResult[]): string[] {
  const sum = (value: (result: FileResult) => number) =>
    String(results.reduce((total, result) => total + value(result), 0));
  const keys = Number(sum(({ completed }) => completed)) > 0;
  return [
    `${title}: ${String(results.length)} files, ${sum(({ isEqual }) => (isEqual ? 1 : 0))} equal to what was meant`,
    `  Enter ${sum(({ enters }) => enters)} times, not a new line ${sum(({ slips }) => slips.length)} times; ` +
      `characters taken back: ${sum(({ takenBack }) => takenBack)}`,
    ...(keys
      ? [
          `  keys completed by Tab: ${sum(({ completed }) => completed)}; ` +
            `another suggestion was first, or none: ${sum(({ others }) => others)}`,
        ]
      : []),
    ...limited(
      results.flatMap(({ sample, slips }) =>
        slips.map((slip) => `  ${sample.name}:${String(slip.line + 1)}  ${describe(slip)}`),
      ),
    ),
  ];
}

function limited(lines: readonly string[]): string[] {
  const more = lines.length - LISTED;
  return [...lines.slice(0, LISTED), ...(more > 0 ? [`  … ${String(more)} more`] : [])];
}

/** The intended text and the result, in one line. */
export function describe({ meant, became, accepted }: Slip): string {
  const item = accepted ? `  (${accepted.label})` : '';
  return `${JSON.stringify(meant.trim())} became ${JSON.stringify(became.trim())}${item}`;
}

function kindOf({ meant, became, accepted }: Slip): Kind {
  if (!accepted) return 'changed by the editor';
  if (became === meant) return 'no new line';
  if (accepted.source === 'words') return 'a word of the file';
  return meant.trimEnd().endsWith(':') ? 'written after a key' : 'another value';
}
