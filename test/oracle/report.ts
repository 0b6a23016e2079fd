import { disagreement, type Outcome } from './compare';

/** A readable account of one disagreement: the text, both verdicts and the error. */
export function describe(outcome: Outcome): string {
  const { file, dstack, errors, errorLines, thrown } = outcome;
  const theirs = dstack.ok ? 'accepted' : `${dstack.stage}: ${dstack.error}${places(outcome)}`;
  const ours = errors.map(
    ({ code, message }, index) => `line ${(errorLines[index] ?? 0) + 1}: ${code}: ${message}`,
  );
  return [
    `${disagreement(outcome) ?? 'agreement'} (${file.origin}, ${file.name})`,
    ...snippet(file.text, outcome.namedLines[0]?.[0] ?? errorLines[0] ?? 0),
    `  dstack: ${theirs}`,
    `  ours:   ${thrown ?? (ours.length > 0 ? ours.join('\n          ') : 'accepted')}`,
  ].join('\n');
}

function places({ dstack, namedLines }: Outcome): string {
  if (dstack.ok) return '';
  const paths = dstack.locations.map((path) => path.join('.')).filter((path) => path !== '');
  const lines = namedLines.map(([first, last]) => `${first + 1}-${last + 1}`);
  return paths.length + lines.length > 0 ? ` [${paths.join(', ')}; lines ${lines.join(', ')}]` : '';
}

/** The whole of a short text, else the lines around `line`. */
function snippet(text: string, line: number): readonly string[] {
  const lines = text.split('\n').map((one, index) => `  ${index + 1}| ${visible(one)}`);
  return lines.length <= 16 ? lines : lines.slice(Math.max(0, line - 6), line + 6);
}

function visible(line: string): string {
  const short = line.length > 160 ? `${line.slice(0, 160)}…` : line;
  return short.replace(/\p{Cc}|\p{Cs}|[\u2028\ufeff\u00a0]/gu, (c) =>
    JSON.stringify(c).slice(1, -1),
  );
}

/** All disagreements as Markdown, grouped by cause, the most frequent first, with the shortest files as examples. */
export function groupedReport(disagreements: readonly Outcome[], examples = 3): string {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of disagreements) {
    const cause = causeOf(outcome);
    groups.set(cause, [...(groups.get(cause) ?? []), outcome]);
  }
  const sorted = [...groups].sort(([, a], [, b]) => b.length - a.length);
  const sections = sorted.map(([cause, members]) => {
    const shortest = [...members].sort((a, b) => a.file.text.length - b.file.text.length);
    const shown = shortest
      .slice(0, examples)
      .map((outcome) => `\`\`\`\n${describe(outcome)}\n\`\`\``);
    return `## ${members.length} × ${cause}\n\n${shown.join('\n\n')}\n`;
  });
  const head = sorted.map(([cause, members]) => `- ${members.length} × ${cause}`).join('\n');
  return `# ${disagreements.length} disagreements\n\n${head}\n\n${sections.join('\n')}`;
}

/** What disagreements have in common that one change would probably settle. */
function causeOf(outcome: Outcome): string {
  const { dstack, errors, thrown } = outcome;
  const kind = disagreement(outcome) ?? 'agreement';
  if (thrown !== undefined) return `${kind}: ${thrown.slice(0, 80)}`;
  const codes = [...new Set(errors.map(({ code }) => code))].sort().join(', ');
  if (dstack.ok) return `${kind}: ${codes}: ${errors[0]?.message.replace(/, not `.*/s, '') ?? ''}`;
  // Values in an error message tell nothing about the cause.
  const head = dstack.error
    .replace(/(['"]).*?\1/g, "'…'")
    .replace(/\d+/g, 'N')
    .slice(0, 90);
  const path = (dstack.locations[0] ?? []).map((step) => (typeof step === 'number' ? '*' : step));
  return `${kind}: ${path.join('.')}${path.length > 0 ? ': ' : ''}${head}${codes && ` (ours: ${codes})`}`;
}
