/** What one character has to be: itself, or one of several. */
type Token = string | ((character: string) => boolean);

/** The part between two `*` of a pattern, with its text if that is the same for every name. */
interface Piece {
  readonly tokens: readonly Token[];
  readonly text: string | undefined;
}

/** A pattern for the name of a file or folder, cut at its `*`. */
export interface NamePattern {
  readonly start: Piece;
  readonly middle: readonly Piece[];
  /** Undefined if it has no `*`; then `start` is all of it. */
  readonly end: Piece | undefined;
}

/**
 * Remaining steps for one entry. A pattern that needs more matches nothing, so a repository cannot make a walk endless.
 */
export interface Steps {
  left: number;
}

/** Steps for one entry: enough for a thousand ordinary patterns that all have to be tried. */
const MOST_STEPS = 5000;

/** The steps that one entry has, in all files with patterns together. */
export function stepsForOne(): Steps {
  return { left: MOST_STEPS };
}

/** Reads a name with `*`, `?`, `[a-z]` and `\`, as fnmatch(3) does. */
export function readName(name: string): NamePattern {
  const pieces: Token[][] = [[]];
  const add = (token: Token) => void pieces.at(-1)?.push(token);
  /** If one `[` has no end, later ones have no end either, and searching again would be slow. */
  let mayEnd = true;
  for (let at = 0; at < name.length; at++) {
    const character = name.charAt(at);
    const set: RegExpExecArray | null =
      character === '[' && mayEnd
        ? /^\[([!^]?)(\]?(?:\\[^]|[^\]\\])*)\]/.exec(name.slice(at))
        : null;
    if (character === '[') mayEnd = set !== null;
    if (character === '*') {
      if (pieces.length < 2 || pieces.at(-1)?.length !== 0) pieces.push([]);
    } else if (character === '?') add(() => true);
    else if (set) {
      add(oneOf(set[2] ?? '', set[1] !== ''));
      at += set[0].length - 1;
    } else if (character !== '\\') add(character);
    // A backslash at the end matches nothing.
    else add(name.charAt(++at) || (() => false));
  }
  const [start = pieceOf([]), ...others] = pieces.map(pieceOf);
  const end = others.pop();
  return { start, middle: others, end };
}

/** `a-z_` between brackets. */
function oneOf(set: string, isNegated: boolean): (character: string) => boolean {
  const ranges = Array.from(set.matchAll(/\\?([^])(?:-\\?([^]))?/g), ([, from = '', to]) => ({
    from,
    to: to ?? from,
  }));
  return (character) =>
    ranges.some(({ from, to }) => from <= character && character <= to) !== isNegated;
}

function pieceOf(tokens: readonly Token[]): Piece {
  const isText = tokens.every((token) => typeof token === 'string');
  return { tokens, text: isText ? tokens.join('') : undefined };
}

/**
 * Whether a pattern matches the whole name. Each piece is matched at its first place; other places need not be tried.
 */
export function fitsName({ start, middle, end }: NamePattern, name: string, steps: Steps): boolean {
  if (--steps.left < 0) return false;
  if (!end) return name.length === start.tokens.length && fitsAt(start, name, 0, steps);
  const stop = name.length - end.tokens.length;
  let at = start.tokens.length;
  if (at > stop || !fitsAt(end, name, stop, steps) || !fitsAt(start, name, 0, steps)) return false;
  for (const piece of middle) {
    const found = find(piece, name, at, steps);
    if (found < 0) return false;
    at = found + piece.tokens.length;
  }
  return at <= stop;
}

function find(piece: Piece, name: string, from: number, steps: Steps): number {
  if (piece.text !== undefined) return --steps.left < 0 ? -1 : name.indexOf(piece.text, from);
  for (let at = from; at + piece.tokens.length <= name.length; at++) {
    if (fitsAt(piece, name, at, steps)) return at;
  }
  return -1;
}

function fitsAt({ tokens, text }: Piece, name: string, at: number, steps: Steps): boolean {
  if (text !== undefined) return name.startsWith(text, at);
  let next = at;
  for (const token of tokens) {
    const character = name.charAt(next++);
    if (--steps.left < 0) return false;
    if (typeof token === 'string' ? token !== character : !token(character)) return false;
  }
  return true;
}
