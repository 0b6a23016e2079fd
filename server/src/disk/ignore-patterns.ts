import { fitsName, readName, stepsForOne, type Steps } from './ignore-names';
import { PatternIndex, type Pattern, type Segment } from './ignore-index';

/** Characters of a pattern; names are shorter, and longer patterns are left out. */
const LONGEST = 1000;

/**
 * The patterns of a `.gitignore`, as gitignore(5) describes them, ignoring case. A repository can contain any patterns
 * and names, and for some of them a regular expression would run for years. Here each entry needs a limited number of
 * steps for all files with patterns together, and patterns that cannot match its name need none.
 */
export class IgnorePatterns {
  private readonly patterns = new PatternIndex();

  constructor(text: string) {
    const lines = text.split(/\r?\n/).filter(({ length }) => length <= LONGEST);
    const patterns = lines.flatMap((line, order) => readPattern(line, order) ?? []);
    for (const pattern of patterns.reverse()) this.patterns.add(pattern);
  }

  /**
   * Whether an entry is ignored, by the last pattern that matches it; undefined if none does. Entries in an ignored
   * folder must not be asked about.
   *
   * @param path from the folder of the patterns, with `/` between names
   * @param steps without any left, no pattern matches
   */
  ignores(path: string, isFolder: boolean, steps: Steps = stepsForOne()): boolean | undefined {
    const names = path.toLowerCase().split('/');
    let last: Pattern | undefined;
    for (const patterns of this.patterns.listsFor(names)) {
      for (const pattern of patterns) {
        if (steps.left < 0) return last?.ignores;
        if (last && pattern.order < last.order) break;
        if (pattern.folderOnly && !isFolder) continue;
        if (fitsPath(pattern.segments, names, steps)) last = pattern;
      }
    }
    return last?.ignores;
  }
}

function readPattern(line: string, order: number): Pattern | undefined {
  const ignores = !line.startsWith('!');
  const written = withoutSpaces(line.slice(ignores ? 0 : 1));
  const folderOnly = written.endsWith('/');
  const path = (folderOnly ? written.slice(0, -1) : written).toLowerCase();
  if (path === '' || line.startsWith('#')) return undefined;
  const names = path.replace(/^\//, '').split('/');
  const segments = names.map((name): Segment => (/^\*\*+$/.test(name) ? '**' : readName(name)));
  // Without a slash, it is about entries at any depth.
  if (!path.includes('/')) segments.unshift('**');
  // `a/**` matches the content of `a`, not `a` itself.
  if (segments.at(-1) === '**') segments.push(readName('*'));
  return { segments, folderOnly, ignores, order };
}

/** Without the spaces at the end, except for one that is escaped by a backslash. */
function withoutSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ') end--;
  return text[end - 1] === '\\' ? text.slice(0, end + 1) : text.slice(0, end);
}

/**
 * Whether segments match the whole path. Each `**` matches as few folders as possible: only the last one has to be
 * tried with more.
 */
function fitsPath(segments: readonly Segment[], names: readonly string[], steps: Steps): boolean {
  let at = 0;
  let next = 0;
  let last = -1;
  let taken = 0;
  while (at < names.length) {
    const segment = segments[next];
    const name = names[at];
    if (segment === '**') {
      last = next++;
      taken = at;
    } else if (segment && name !== undefined && fitsName(segment, name, steps)) {
      next++;
      at++;
    } else if (last >= 0 && --steps.left >= 0) {
      next = last + 1;
      at = ++taken;
    } else return false;
  }
  while (segments[next] === '**') next++;
  return next === segments.length;
}
