import type { Shorthand } from './grammar/shorthand';
import { parsed, type Parsed } from './grammar/grammar';
import { driveLength, posixNames, splitBehind } from './grammar/path';
import { quote } from '../base/words';
import { refuse, type Piece } from './grammar/piece';
import { textGrammar } from './grammar/text';
import { joined } from './grammar/write';

export interface RepoSpec {
  readonly local_path?: string;
  readonly url?: string;
  /** Absent if the text has none; dstack then uses `.`. */
  readonly path?: string;
}

const CODE = 'repo-shorthand';

/** `SOURCE` or `SOURCE:PATH`. Mirrors `RepoSpec.parse` of core/models/configurations.py. */
export const repo: Shorthand<RepoSpec> = {
  noun: '`SOURCE:PATH` or `SOURCE`',
  read: textGrammar({
    code: CODE,
    expected: 'a repo such as `.` or `https://github.com/org/repo:/app`',
    numbers: false,
    read: readRepo,
  }),
  separator: /[:/]/,
  forms: {
    labels: {
      LOCAL: { LOCAL: 'local-path' },
      'LOCAL:PATH': { LOCAL: 'local-path', PATH: 'path' },
      URL: { URL: 'url' },
      'URL:PATH': { URL: 'url', PATH: 'path' },
    },
    continuations: ['x'],
  },
  write: ({ local_path, url, path, ...more }) => joined([url ?? local_path, path], more),
};

/** The path of a repo in the container. Mirrors `RepoSpec.validate_path`. */
export const repoPath: Shorthand<string> = {
  noun: 'path',
  read: textGrammar({
    code: CODE,
    expected: 'a path such as `/app`',
    numbers: true,
    read: readPath,
  }),
  separator: /[:/]/,
};

function readRepo(text: Piece): Parsed<RepoSpec> {
  const scheme = schemeLength(text.text);
  const isUrl = scheme > 0;
  const [source = text, place, ...more] = splitBehind(
    text,
    isUrl ? scheme : driveLength(text.text),
  );
  if (more.length > 0) return tooManyColons(text, isUrl);
  if (source.text === '') {
    const message = 'Name a repo, e.g. `.` for this folder or `https://github.com/org/repo`.';
    return refuse(CODE, text, message);
  }
  const from = isUrl ? { url: source.text } : { local_path: source.text };
  const part = source.part(isUrl ? 'url' : 'local-path');
  if (place === undefined) return parsed(from, [part]);
  const path = readPath(place);
  return path.ok ? parsed({ ...from, path: path.value }, [part, ...path.parts]) : path;
}

/** Up to the first `:` of `git@github.com:org/repo` and `https://github.com/org/repo`; 0 for other texts. */
function schemeLength(text: string): number {
  const colon = text.indexOf(':');
  const isUrl = text.slice(0, colon).includes('@') || text.startsWith('//', colon + 1);
  return colon >= 0 && isUrl ? colon + 1 : 0;
}

function readPath(text: Piece): Parsed<string> {
  const [user = ''] = text.text.startsWith('~') ? posixNames(text.text) : [];
  if (user.length <= 1) return parsed(text.text, [text.part('path')]);
  const name = user.slice(1);
  const suggestion = name === 'root' ? '/root' : `/home/${name}`;
  const message = `${quote(user)} is not supported, only \`~\` alone: write e.g. ${quote(suggestion)}.`;
  return refuse(CODE, text.slice(0, user.length), message, { suggestion });
}

function tooManyColons(text: Piece, isUrl: boolean): Parsed<RepoSpec> {
  const message = isUrl
    ? `${quote(text.text)} has too many \`:\`: write a URL with a port in full, as \`url:\` and \`path:\`.`
    : `${quote(text.text)} has too many \`:\`: write the repo, or repo and place as \`.:/app\`.`;
  return refuse(CODE, text, message);
}
