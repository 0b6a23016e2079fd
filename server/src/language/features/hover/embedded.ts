import type { Embedded, Reference } from '../../schema/system-variables';
import { REFERENCES, SYSTEM_VARIABLES } from '../../schema/system-variables';
import { span, touches, type Span } from '../../span';
import { code, markdown } from '../markdown';
import type { MarkupContent } from 'vscode-languageserver-types';

interface Found {
  readonly contents: MarkupContent;
  readonly span: Span;
}

/** The system variable or `${{ }}` around `offset`, in `range`, the part of a line that holds a text. */
export function embeddedAt(
  text: string,
  range: Span,
  offset: number,
  embeds: readonly Embedded[],
): Found | undefined {
  return variableAt(text, range, offset) ?? referenceAt(text, range, offset, embeds);
}

function variableAt(text: string, range: Span, offset: number): Found | undefined {
  let start = offset;
  let end = offset;
  while (start > range.start && /[A-Z0-9_]/.test(text.charAt(start - 1))) start--;
  while (end < range.end && /[A-Z0-9_]/.test(text.charAt(end))) end++;
  const name = text.slice(start, end);
  if (!Object.hasOwn(SYSTEM_VARIABLES, name)) return undefined;
  const contents = markdown([`**${code(`$${name}`)}** · set by dstack`, SYSTEM_VARIABLES[name]]);
  return { contents, span: span(start, end) };
}

function referenceAt(
  text: string,
  range: Span,
  offset: number,
  embeds: readonly Embedded[],
): Found | undefined {
  const start = text.lastIndexOf('${{', offset);
  const close = text.indexOf('}}', start);
  const at = span(start, close + 2);
  if (start < range.start || close < 0 || at.end > range.end || !touches(at, offset))
    return undefined;
  const written = text.slice(start + 3, close).trim();
  const found = Object.entries(REFERENCES).find(([, reference]) => isWritten(reference, written));
  if (!found) return undefined;
  const [name, { description, where }] = found;
  const here = embeds.some((embedded) => embedded === name);
  const place = here ? undefined : `dstack replaces it only ${where}, not here.`;
  return {
    contents: markdown([`**${code(`\${{ ${written} }}`)}**`, description, place]),
    span: at,
  };
}

function isWritten({ text }: Reference, written: string): boolean {
  if (text.endsWith('.')) return written.startsWith(text);
  return written.replace(/\[\d+\]/g, '[0]') === text;
}
