import type { MarkupContent } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis';
import { lookup } from '../../base/lookup';
import type { Embedded, Reference } from '../../schema/system-variables';
import { REFERENCES, SYSTEM_VARIABLES } from '../../schema/system-variables';
import { span, touches, type Span } from '../../base/span';
import { aboutLive } from '../../meaning/live';
import { code, markdown } from '../../meaning/markdown';
import { occurrencesIn } from '../../names/occurrences';
import { declaration } from './environment';
import { faultsIn } from './faults';

interface Found {
  readonly contents: MarkupContent;
  readonly span: Span;
}

/** The variable or `${{ }}` around `offset` in `range`, the part of a line that contains a text. */
export function embeddedAt(
  analysis: Analysis,
  range: Span,
  offset: number,
  embeds: readonly Embedded[],
): Found | undefined {
  return (
    referenceAt(analysis, range, offset, embeds) ?? variableAt(analysis, range, offset, embeds)
  );
}

function variableAt(
  analysis: Analysis,
  range: Span,
  offset: number,
  embeds: readonly Embedded[],
): Found | undefined {
  const { text } = analysis.tree;
  let start = offset;
  let end = offset;
  while (start > range.start && /\w/.test(text.charAt(start - 1))) start--;
  while (end < range.end && /\w/.test(text.charAt(end))) end++;
  const name = text.slice(start, end);
  const title = `**${code(`$${name}`)}**`;
  const found = (...paragraphs: string[]) => ({
    contents: markdown(paragraphs),
    span: span(start, end),
  });
  const system = lookup(SYSTEM_VARIABLES, name);
  if (system !== undefined) return found(`${title} · set by dstack`, system);
  const isVariable =
    embeds.includes('shell') &&
    occurrencesIn(analysis).some(({ kind, span: at }) => kind === 'variable' && at.start === start);
  const own = isVariable ? declaration(analysis, name) : undefined;
  return own === undefined ? undefined : found(title, own);
}

function referenceAt(
  analysis: Analysis,
  range: Span,
  offset: number,
  embeds: readonly Embedded[],
): Found | undefined {
  const { text } = analysis.tree;
  const start = text.lastIndexOf('${{', offset);
  const close = text.indexOf('}}', start);
  const at = span(start, close + 2);
  if (start < range.start || close < 0 || at.end > range.end || !touches(at, offset))
    return undefined;
  const written = text.slice(start + 3, close).trim();
  const found = Object.entries(REFERENCES).find(([, reference]) => isWritten(reference, written));
  const paragraphs = found
    ? aboutReference(analysis, written, embeds, found)
    : faultsIn(analysis, at);
  if (paragraphs.length === 0) return undefined;
  return { contents: markdown([`**${code(`\${{ ${written} }}`)}**`, ...paragraphs]), span: at };
}

function aboutReference(
  analysis: Analysis,
  written: string,
  embeds: readonly Embedded[],
  [name, { text, description, where }]: readonly [string, Reference],
): readonly (string | undefined)[] {
  if (!embeds.some((embedded) => embedded === name)) {
    return [description, `dstack replaces it only ${where}, not here.`];
  }
  const rest = written.slice(text.length);
  const own = name === 'env' ? declaration(analysis, rest) : undefined;
  const { live } = analysis.environment;
  const said = live && name === 'secrets' ? aboutLive(live, 'secret', rest) : undefined;
  return [description, own, said];
}

function isWritten({ text }: Reference, written: string): boolean {
  if (text.endsWith('.')) return written.startsWith(text);
  return written.replace(/\[\d+\]/g, '[0]') === text;
}
