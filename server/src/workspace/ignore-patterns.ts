/** Characters of a pattern; names are shorter, and longer patterns are left out. */
const LONGEST = 1000;

/** A wildcard for any characters, or what one character has to be. */
type Token = '*' | ((character: string) => boolean);

/** A name in a pattern, or `**` for any number of folders. */
type Segment = '**' | readonly Token[];

interface Pattern {
  readonly segments: readonly Segment[];
  readonly folderOnly: boolean;
  /** Whether it leaves out, or with `!` takes back in. */
  readonly ignores: boolean;
}

/**
 * The patterns of a `.gitignore`, as gitignore(5) describes them, in upper or lower case alike. A repository can bring
 * any patterns and names, and regular expressions made of them take years for some; this takes the product of their
 * lengths at most.
 */
export class IgnorePatterns {
  private readonly patterns: readonly Pattern[];

  constructor(text: string) {
    const lines = text.split(/\r?\n/).filter(({ length }) => length <= LONGEST);
    this.patterns = lines.flatMap((line) => readPattern(line) ?? []).reverse();
  }

  /**
   * Whether an entry is left out, by the last pattern that fits it; undefined where none does. What lies in a folder that
   * is left out is not to be asked about.
   *
   * @param path from the folder of the patterns, with `/` between names
   */
  ignores(path: string, isFolder: boolean): boolean | undefined {
    const names = path.toLowerCase().split('/');
    return this.patterns.find(
      ({ segments, folderOnly }) =>
        (isFolder || !folderOnly) && matches(segments, names, matchesName, '**'),
    )?.ignores;
  }
}

function readPattern(line: string): Pattern | undefined {
  const ignores = !line.startsWith('!');
  const written = withoutSpaces(line.slice(ignores ? 0 : 1));
  const folderOnly = written.endsWith('/');
  const path = (folderOnly ? written.slice(0, -1) : written).toLowerCase();
  if (path === '' || line.startsWith('#')) return undefined;
  const names = path.replace(/^\//, '').split('/');
  const segments = names.map((name): Segment => (/^\*\*+$/.test(name) ? '**' : tokensOf(name)));
  // Without a slash, it is about entries at any depth.
  if (!path.includes('/')) segments.unshift('**');
  // `a/**` is what lies in `a`, not `a`.
  if (segments.at(-1) === '**') segments.push(['*']);
  return { segments, folderOnly, ignores };
}

/** Without the spaces at the end, of which one that a backslash protects stays. */
function withoutSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end--;
  return text[end - 1] === '\\' ? text.slice(0, end + 1) : text.slice(0, end);
}

function tokensOf(name: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < name.length; at++) {
    const character = name.charAt(at);
    const set =
      character === '[' ? /^\[([!^]?)(\]?(?:\\[^]|[^\]\\])*)\]/.exec(name.slice(at)) : null;
    if (character === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
    } else if (character === '?') tokens.push(() => true);
    else if (set) {
      tokens.push(oneOf(set[2] ?? '', set[1] !== ''));
      at += set[0].length - 1;
    } else {
      const wanted = character === '\\' ? name.charAt(++at) : character;
      tokens.push((given) => given === wanted);
    }
  }
  return tokens;
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

function matchesName(segment: Segment, name: string): boolean {
  return segment !== '**' && matches(segment, name, fits, '*');
}

function fits(token: Token, character: string): boolean {
  return token !== '*' && token(character);
}

/**
 * Whether a pattern fits the whole of a text, where `wildcard` stands for any number of its parts. Each wildcard takes as
 * little as it can: what the last one could take besides is all that has to be tried.
 */
function matches<P, T>(
  pattern: readonly P[],
  text: ArrayLike<T>,
  fit: (part: P, one: T) => boolean,
  wildcard: P,
): boolean {
  let at = 0;
  let next = 0;
  let last = -1;
  let taken = 0;
  while (at < text.length) {
    const part = pattern[next];
    const one = text[at];
    if (part === wildcard) {
      last = next++;
      taken = at;
    } else if (part !== undefined && one !== undefined && fit(part, one)) {
      next++;
      at++;
    } else if (last >= 0) {
      next = last + 1;
      at = ++taken;
    } else return false;
  }
  while (pattern[next] === wildcard) next++;
  return next === pattern.length;
}
