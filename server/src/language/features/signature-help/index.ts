import type { SignatureHelp, SignatureInformation } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis';
import { lookup } from '../../base/lookup';
import type { Environment } from '../../environment';
import type { Schema } from '../../schema/schema';
import type { AtPosition } from '../../base/at-position';
import { parseShorthand, SHORTHANDS, type Forms, type ShorthandName } from '../../shorthand';
import type { PartKind } from '../../shorthand/grammar/grammar';
import { span } from '../../base/span';
import { explain } from '../../meaning';
import { partNames, piecesOf } from '../../meaning/parts';
import { markdown } from '../../meaning/markdown';
import { slotAt } from '../../cursor/slot-at';

/** `TriggerCharacter` of LSP's `SignatureHelpTriggerKind`. */
const TYPED = 2;

/** A place, and the reason for the request. */
interface SignatureHelpAt extends AtPosition {
  readonly context?: {
    readonly triggerKind: number;
    readonly isRetrigger: boolean;
  };
}

/** Longer texts are not shorthand. */
const LONGEST = 300;

/**
 * The parts of a shorthand, with the one at the cursor (`textDocument/signatureHelp`): `LOCAL:PORT` for `8080:80`. Null
 * if no shorthand of several parts is written, or if none is begun yet unless the user asks.
 */
export function signatureHelp(
  whole: Analysis,
  { position, context }: SignatureHelpAt,
): SignatureHelp | null {
  const asked = context?.triggerKind !== TYPED || context.isRetrigger === true;
  const offset = whole.tree.lines.offset(position);
  const analysis = whole.documentAt(offset);
  const { slot, schema } = slotAt(analysis, offset);
  const shorthand = schema?.shorthand;
  const forms = shorthand && SHORTHANDS[shorthand].forms;
  // An older release may have only the long form.
  if (schema?.lacks?.forms?.scalar !== undefined) return null;
  if (slot.kind !== 'value' || !forms || (slot.prefix === '' && !asked)) return null;
  const { start, end } = slot.quote === '' ? slot.span : span(slot.span.start + 1, slot.span.end);
  const written = analysis.tree.text.slice(start, end).replace(new RegExp(`${slot.quote}$`), '');
  const read = readAt(shorthand, forms, written, slot.prefix, analysis.environment);
  if (!read) return null;
  const ways = Object.entries(forms.labels).filter(([, words]) => isKnown(words, schema));
  if (ways.length === 0) return null;
  const active = ways.findIndex(([, words]) =>
    read.kinds.every((kind) => Object.values(words).includes(kind)),
  );
  const [, words = {}] = ways[active] ?? [];
  return {
    signatures: ways.map(([label, own], index) =>
      signature(shorthand, label, own, index === active ? read.meaning : undefined),
    ),
    activeSignature: Math.max(0, active),
    activeParameter: Object.values(words).indexOf(read.here),
  };
}

/** Whether the release in use has all parts of a way to write a shorthand. */
function isKnown(words: Readonly<Record<string, PartKind>>, { properties }: Schema): boolean {
  return Object.values(words).every(
    (kind) => lookup(properties, kind)?.lacks?.property === undefined,
  );
}

interface Read {
  /** The part at the cursor, and all parts. */
  readonly here: PartKind;
  readonly kinds: readonly PartKind[];
  /** The meaning of the whole shorthand; undefined while something is missing. */
  readonly meaning?: string;
}

/** Reads the text or, if its grammar cannot, the text before the cursor with a likely end. */
function readAt(
  shorthand: ShorthandName,
  { continuations }: Forms,
  whole: string,
  prefix: string,
  { catalogue }: Environment,
): Read | undefined {
  if (whole.length > LONGEST) return undefined;
  for (const text of [whole, ...continuations.map((rest) => prefix + rest)]) {
    const parsed = parseShorthand(shorthand, { type: 'str', value: text });
    if (!parsed.ok) continue;
    const pieces = piecesOf(text, parsed.parts);
    const here = pieces
      .filter(({ start, end }) => start <= prefix.length && prefix.length <= end)
      .at(-1);
    if (!here) continue;
    const meaning = text === whole ? explain(shorthand, parsed.value, { catalogue }) : undefined;
    const kinds = pieces.map(({ kind }) => kind);
    return { here: here.kind, kinds, ...(meaning === undefined ? {} : { meaning }) };
  }
  return undefined;
}

function signature(
  shorthand: ShorthandName,
  label: string,
  words: Readonly<Record<string, PartKind>>,
  meaning: string | undefined,
): SignatureInformation {
  const names = partNames(shorthand);
  const parameters = Object.entries(words).map(([word, kind]) => ({
    label: word,
    documentation: names[kind],
  }));
  return { label, parameters, ...(meaning && { documentation: markdown([meaning]) }) };
}
