import type { Shorthand } from './grammar/shorthand';
import { parsed, type Parsed } from './grammar/grammar';
import { driveLength, fromWindows, isWindowsAbsolute, splitBehind } from './grammar/path';
import { quote } from '../base/words';
import { refuse, type Piece } from './grammar/piece';
import { textGrammar } from './grammar/text';

export interface FileMapping {
  readonly local_path: string;
  readonly path: string;
}

const CODE = 'file-mapping';

/** `LOCAL` or `LOCAL:CONTAINER`. Mirrors `FilePathMapping.parse` of core/models/files.py. */
export const fileMapping: Shorthand<FileMapping> = {
  noun: '`LOCAL:CONTAINER` or `LOCAL`',
  read: textGrammar({
    code: CODE,
    expected: 'a file or folder such as `data.csv` or `.:/app`',
    numbers: false,
    read: readFileMapping,
  }),
  separator: /[:/]/,
  hasDrives: true,
  forms: {
    labels: {
      LOCAL: { LOCAL: 'local-path' },
      'LOCAL:PATH': { LOCAL: 'local-path', PATH: 'path' },
    },
    continuations: ['x'],
  },
  write: ({ local_path, path }) => (local_path === path ? path : `${local_path}:${path}`),
};

/** The path of a file in the container. Mirrors `FilePathMapping.validate_path`. */
export const containerPath: Shorthand<string> = {
  noun: 'path',
  read: textGrammar({
    code: CODE,
    expected: 'a path such as `/app`',
    numbers: true,
    read: readContainerPath,
  }),
};

function readFileMapping(text: Piece): Parsed<FileMapping> {
  const [local = text, container, ...more] = splitBehind(text, driveLength(text.text));
  if (container === undefined) return readLocalPath(text);
  if (more.length > 0) return tooManyColons(text, container, more);
  const path = readContainerPath(container);
  if (!path.ok) return container.text.startsWith('//') ? aboutUrl(text) : path;
  const value = { local_path: local.text, path: path.value };
  return parsed(value, [local.part('local-path'), ...path.parts]);
}

/** Without a path in the container, the path applies to both sides. */
function readLocalPath(text: Piece): Parsed<FileMapping> {
  if (!isWindowsAbsolute(text.text)) {
    return parsed({ local_path: text.text, path: text.text }, [text.part('local-path')]);
  }
  const name = text.text.slice(
    Math.max(text.text.lastIndexOf('/'), text.text.lastIndexOf('\\')) + 1,
  );
  const suggestion = `${text.text}:${name === '' ? '/app' : name}`;
  const message = `${quote(text.text)} needs a path in the container, e.g. ${quote(suggestion)}.`;
  return refuse(CODE, text, message, { suggestion });
}

function readContainerPath(text: Piece): Parsed<string> {
  if (!isWindowsAbsolute(text.text)) return parsed(text.text, [text.part('path')]);
  return windowsInContainer(text);
}

function windowsInContainer<T>(path: Piece): Parsed<T> {
  const suggestion = fromWindows(path.text);
  const message = `${quote(path.text)} is a Windows path. In the container it must be a Unix path, e.g. ${quote(suggestion)}.`;
  return refuse(CODE, path, message, { suggestion });
}

function tooManyColons(text: Piece, container: Piece, more: readonly Piece[]): Parsed<FileMapping> {
  const [last] = more;
  if (container.text.startsWith('//')) return aboutUrl(text);
  if (last && more.length === 1) {
    const path = text.slice(text.text.length - container.text.length - last.text.length - 1);
    if (driveLength(path.text) > 0) return windowsInContainer(path);
    if (/^r[ow]$/.test(last.text)) {
      const option = text.slice(text.text.length - last.text.length - 1);
      const message = `A file mapping has no options: remove ${quote(option.text)}.`;
      return refuse(CODE, option, message, { suggestion: '' });
    }
  }
  const message = `${quote(text.text)} has too many \`:\`: write the file, or file and place as \`data.csv:/app/data.csv\`.`;
  return refuse(CODE, text, message);
}

function aboutUrl(text: Piece): Parsed<FileMapping> {
  const message = `${quote(text.text)} is not a local file. For a Git repo use \`repos\`; download other files with a command.`;
  return refuse(CODE, text, message);
}
