import { REFERENCES, SYSTEM_VARIABLES, type Embedded } from '../../schema/system-variables';
import { span, type Lines, type Span } from '../../base/span';
import { code, markdown } from '../../meaning/markdown';
import { NOTHING, type Offer } from './item';
import type { Frame } from './pen';

/** The beginning of a variable or reference within a text. */
export interface Opening {
  readonly kind: '$' | '${' | '${{';
  /** Including its part after the cursor. */
  readonly span: Span;
}

/** Names that can follow a `.`: variables of the file, secrets that files of the workspace use or the project has. */
export interface KnownNames {
  readonly env: readonly string[];
  /** Variables that the commands use or set elsewhere. */
  readonly used: readonly string[];
  readonly secrets: readonly { readonly name: string; readonly note?: string }[];
}

const OPEN = '${{';

/** Text further before the cursor is ignored. */
const LONGEST = 100;

/** The `$NAME`, `${NAME}` or `${{ NAME }}` that the cursor is in, finished or not. */
export function openingAt(text: string, lines: Lines, offset: number): Opening | undefined {
  const line = lines.position(offset).line;
  const before = text.slice(Math.max(lines.start(line), offset - LONGEST), offset);
  const after = text.slice(offset, Math.min(lines.end(line), offset + LONGEST));
  const [written] = /(?<!\$)\$(?:\{\{[\w.[\] ]*|\{?\w*)$/.exec(before) ?? [];
  if (written === undefined) return undefined;
  const kind = written.startsWith('${{') ? '${{' : written.startsWith('${') ? '${' : '$';
  const rest = { $: /^\w*/, '${': /^\w*\}?/, '${{': /^[\w.[\]]* ?\}{0,2}/ }[kind].exec(after);
  return { kind, span: span(offset - written.length, offset + (rest?.[0].length ?? 0)) };
}

/** The letters, digits and underscores at the end of a text. */
export function nameAtEnd(text: string): string {
  let start = text.length;
  while (start > 0 && /\w/.test(text.charAt(start - 1))) start--;
  return text.slice(start);
}

/** What can be written there: variables of the file and of dstack, and the references that the place knows. */
export function embeddedOffers(
  opening: Opening,
  typed: string,
  embeds: readonly Embedded[],
  names: KnownNames,
): Offer[] {
  const frame = { range: opening.span, lead: '', tail: '', quote: '' };
  const references = referenceOffers(embeds, names, frame);
  // `$NAME` is not a reference, so Enter must not make one of it.
  if (!isOfShell(opening, embeds)) return /^\$\{?\w/.test(typed) ? [] : references;
  return continuing([...variableOffers(opening.kind, names, frame), ...references], typed);
}

/** Whether a shell reads what is written there: any name is valid. */
export function isOfShell({ kind }: Opening, embeds: readonly Embedded[]): boolean {
  return kind !== '${{' && embeds.includes('shell');
}

/**
 * The offers that begin with the typed text, as Enter must not replace a name that only the shell knows. The name itself
 * comes first, then those in the same letter case.
 */
function continuing(offers: readonly Offer[], typed: string): Offer[] {
  const name = `$${nameAtEnd(typed)}`;
  const rank = ({ label, filter = label }: Offer) =>
    label === name ? 0 : filter.startsWith(typed) ? 1 : 2;
  return offers
    .filter(({ label, filter = label }) => filter.toLowerCase().startsWith(typed.toLowerCase()))
    .sort((a, b) => rank(a) - rank(b));
}

/**
 * The same offers for an editor that keeps an old list: each matches the typed text up to the space before its braces,
 * and before `${{` up to that, since a letter makes it another text. The editor asks again at that space, and until then
 * Enter must not accept an offer that was selected earlier.
 */
export function untilBraces(offers: readonly Offer[], typed: string): Offer[] {
  return offers.map((offer) => {
    const braces = typed.startsWith(OPEN) ? offer.label.lastIndexOf(' }}') : OPEN.length;
    const isBefore = typed.length <= braces;
    return isBefore ? { ...offer, filter: offer.label.slice(0, braces) + NOTHING } : offer;
  });
}

function variableOffers(kind: Opening['kind'], { env, used }: KnownNames, frame: Frame): Offer[] {
  const system = Object.entries(SYSTEM_VARIABLES);
  const own = env.map((name) => [name, `${code(name)} is declared in this file.`] as const);
  const known = new Set([...env, ...Object.keys(SYSTEM_VARIABLES)]);
  const others = used
    .filter((name) => !known.has(name))
    .map((name) => [name, `${code(name)} is used elsewhere in this file.`] as const);
  return [...own, ...system, ...others].map(([name, description]) => {
    const written = kind === '$' ? `$${name}` : `\${${name}}`;
    const documentation = () => markdown([description]);
    return {
      label: `$${name}`,
      kind: 'variable',
      before: written,
      filter: written,
      documentation,
      group: 0,
      frame,
    };
  });
}

function referenceOffers(embeds: readonly Embedded[], known: KnownNames, frame: Frame): Offer[] {
  return embeds.flatMap((embedded) => {
    if (embedded === 'shell') return [];
    const { text, description } = REFERENCES[embedded];
    const names = namesFor(embedded, known);
    const common = {
      kind: 'variable',
      documentation: () => markdown([description]),
      group: 1,
      frame,
    } as const;
    const whole = (inner: string, note?: string): Offer => {
      const written = `\${{ ${inner} }}`;
      return { ...common, label: written, before: written, ...(note !== undefined && { note }) };
    };
    if (!text.endsWith('.')) return [whole(text)];
    const open: Offer = {
      ...common,
      label: `\${{ ${text}NAME }}`,
      before: `\${{ ${text}`,
      after: ' }}',
    };
    return [...names.map(({ name, note }) => whole(text + name, note)), open];
  });
}

function namesFor(embedded: Embedded, { env, secrets }: KnownNames): KnownNames['secrets'] {
  if (embedded === 'secrets') return secrets;
  return embedded === 'env' ? env.map((name) => ({ name })) : [];
}
