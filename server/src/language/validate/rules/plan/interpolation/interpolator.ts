import { lookup } from '../../../../base/lookup';
import { Piece } from '../../../../shorthand/grammar/piece';
import * as python from '../../../../python/python';

/** What can be written between `${{` and `}}` in a text. */
export interface Names {
  /** Whether dstack replaces this name. */
  readonly has: (name: string) => boolean;
  /** Namespaces that are replaced later, each with a test of the whole name. */
  readonly later?: Readonly<Record<string, (name: string) => boolean>>;
}

/** An expression that dstack rejects: `unknown` has the form of a name, `illegal` not even that. */
export interface Fault {
  readonly kind: 'unclosed' | 'illegal' | 'unknown';
  /** From `${{` to `}}`; of an unclosed one the `${{`. */
  readonly expression: Piece;
  /** The text between them. */
  readonly name: Piece;
}

export interface Interpolated {
  /** The text for the next reader: without what was replaced, and with `$` for `$$`. */
  readonly text: Piece;
  readonly faults: readonly Fault[];
}

/** Maximum number of faults of one text. */
const MOST_FAULTS = 200;

const OPENING = '${{';
const CLOSING = '}}';

/**
 * Replaces the expressions of a text. Mirrors `VariablesInterpolator.interpolate` of utils/interpolator.py, with one of
 * its peculiarities: `$$` protects what follows only if there is no other `$` before it.
 */
export function interpolate(text: Piece, names: Names): Interpolated {
  const source = text.text;
  const kept: Piece[] = [];
  const faults: Fault[] = [];
  const refuse = (kind: Fault['kind'], expression: Piece, name: Piece) => {
    if (faults.length < MOST_FAULTS) faults.push({ kind, expression, name });
  };
  let start = 0;
  while (start < source.length) {
    const dollar = source.indexOf('$', start);
    if (dollar >= 0 && source[dollar + 1] === '$') {
      kept.push(text.slice(start, dollar + 1));
      start = dollar + 2;
      continue;
    }
    const opening = dollar < 0 ? -1 : source.indexOf(OPENING, start);
    if (opening < 0) {
      kept.push(text.slice(start));
      break;
    }
    kept.push(text.slice(start, opening));
    const closing = source.indexOf(CLOSING, opening);
    if (closing < 0) {
      const expression = text.slice(opening, opening + OPENING.length);
      refuse('unclosed', expression, text.slice(opening + OPENING.length));
      break;
    }
    start = closing + CLOSING.length;
    const expression = text.slice(opening, start);
    const name = strip(text.slice(opening + OPENING.length, closing));
    const isRight = lookup(names.later, namespaceOf(name.text));
    if (isRight?.(name.text)) kept.push(expression);
    else if (isRight || !isName(name.text)) refuse('illegal', expression, name);
    else if (!names.has(name.text)) refuse('unknown', expression, name);
  }
  return { text: Piece.join(kept), faults };
}

/** `NAMESPACE.NAME`. Mirrors `VariablesInterpolator.validate_name`. */
export function isName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*\.[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}

/** `groups` for `groups[0].nodes[0].IP_ADDRESS`. Mirrors `namespace_root`. */
export function namespaceOf(name: string): string {
  return /^[^.[]*/.exec(name)?.[0] ?? '';
}

/** `str.strip()`. */
export function strip(text: Piece): Piece {
  const stripped = python.strip(text.text);
  const start = text.text.indexOf(stripped);
  return text.slice(start, start + stripped.length);
}
