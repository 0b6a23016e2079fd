import type { Shorthand } from './grammar/shorthand';
import { parsed, type Parsed, type PartKind } from './grammar/grammar';
import { absolutePath, posixNames, posixPath } from './grammar/path';
import { quote } from '../base/words';
import { Piece, refuse } from './grammar/piece';
import * as python from '../python/python';
import { textGrammar } from './grammar/text';

export type MountPoint =
  | { readonly name: string; readonly path: string }
  | { readonly instance_path: string; readonly path: string };

const CODE = 'mount-point';
const FORMS = '`my-volume:/data`, or `/cache:/root/.cache` for a folder of the instance';

/** `NAME:PATH` or `/INSTANCE/PATH:/PATH`. Mirrors `parse_mount_point` of core/models/volumes.py. */
export const mountPoint: Shorthand<MountPoint> = {
  noun: '`NAME:PATH` or `/INSTANCE/PATH:/PATH`',
  read: textGrammar({
    code: CODE,
    expected: 'a volume mount such as `my-volume:/data`',
    numbers: false,
    read: readMountPoint,
  }),
  strict: true,
  separator: /:/,
  partNames: { name: 'network volume' },
  forms: {
    labels: {
      'NAME:/PATH': { NAME: 'name', PATH: 'path' },
      '/INSTANCE:/PATH': { INSTANCE: 'instance-path', PATH: 'path' },
    },
    continuations: ['x:/x', ':/x', '/x'],
  },
  withName: (name) => `${name}:/${name}`,
  write: ({ path, ...from }) => {
    const [source, ...more]: unknown[] = Object.values(from);
    return more.length === 0 && typeof source === 'string' ? `${source}:${path}` : undefined;
  },
};

/** The path in the container, in a mapping. Mirrors `_validate_mount_point_path` of core/models/volumes.py. */
export const mountPath: Shorthand<string> = {
  noun: 'absolute path',
  read: textGrammar({
    code: CODE,
    expected: 'an absolute path such as `/data`',
    numbers: true,
    read: (text) => readPath(text, 'path'),
  }),
};

/** The path on the instance, in a mapping, with the same conditions. */
export const instancePath: Shorthand<string> = {
  noun: 'absolute path',
  read: textGrammar({
    code: CODE,
    expected: 'an absolute path such as `/mnt/cache`',
    numbers: true,
    read: (text) => readPath(text, 'instance-path'),
  }),
};

function readMountPoint(text: Piece): Parsed<MountPoint> {
  const [source, target, ...more] = text.split(':');
  if (source === undefined || target === undefined) return withoutColon(text);
  if (more.length > 0) return tooManyColons(text, more);
  if (target.text === '') {
    const example = `${source.text || 'my-volume'}:/data`;
    const message = `Add the path in the container, e.g. ${quote(example)}.`;
    return refuse(CODE, text.slice(source.text.length), message);
  }
  const path = readPath(target, 'path');
  if (!source.text.includes('/')) {
    if (!path.ok) return path;
    const name = { name: source.text, path: path.value };
    return parsed(name, [source.part('name'), ...path.parts]);
  }
  const instance = readPath(source, 'instance-path');
  if (!instance.ok) return instance;
  if (!path.ok) return path;
  const value = { instance_path: instance.value, path: path.value };
  return parsed(value, [...instance.parts, ...path.parts]);
}

function readPath(text: Piece, kind: PartKind): Parsed<string> {
  if (!text.text.startsWith('/')) return relative(text, kind);
  if (posixNames(text.text).includes('..')) {
    const suggestion = absolutePath(text.text);
    const message = `\`..\` is not allowed in a mount: write ${quote(suggestion)}.`;
    return refuse(CODE, text, message, { suggestion });
  }
  return parsed(posixPath(text.text), [text.part(kind)]);
}

function relative(text: Piece, kind: PartKind): Parsed<string> {
  const suggestion = likelyPath(text.text, kind);
  const example = suggestion ?? (kind === 'path' ? '/data' : '/mnt/cache');
  const place = kind === 'path' ? 'in the container' : 'on the instance';
  const advice =
    kind === 'path' || suggestion !== undefined
      ? ''
      : ' To copy local files, use `files` or `repos`.';
  const message = `${quote(text.text)} must be an absolute path ${place}, e.g. ${quote(example)}.${advice}`;
  return refuse(CODE, text, message, suggestion === undefined ? undefined : { suggestion });
}

/** The absolute path for a relative one; on an instance there is no folder that it is relative to. */
function likelyPath(text: string, kind: PartKind): string | undefined {
  const path = python.strip(text);
  if (path.startsWith('/')) return absolutePath(path);
  if (kind !== 'path' || path === '' || path.includes('\\')) return undefined;
  const home = path.replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/|$)/, '/root');
  return /^[~$]/.test(home) ? undefined : absolutePath(home);
}

/** `NAME PATH`, `NAME=PATH` and arrows instead of the `:`. */
function withoutColon(text: Piece): Parsed<MountPoint> {
  const separator = /\s*(?:[-=]>|=|\s)\s*/.exec(text.text);
  if (separator && separator.index > 0) {
    const place = text.slice(separator.index, separator.index + separator[0].length);
    const target = text.text.slice(separator.index + separator[0].length);
    const repaired = `${text.text.slice(0, separator.index)}:${target}`;
    if (!target.includes(' ') && readMountPoint(Piece.of(repaired)).ok) {
      const message = `Put a \`:\` between what is mounted and where: ${quote(repaired)}.`;
      return refuse(CODE, place, message, { suggestion: ':' });
    }
  }
  return refuse(CODE, text, `A mount needs a source and a path in the container: write ${FORMS}.`);
}

const DOCKER_OPTION = /^(?:ro|rw|z|Z|cached|delegated|consistent|(?:r?(?:slave|shared|private)))$/;

/** A third part, as Docker has it for options (`vol:/data:ro`). */
function tooManyColons(text: Piece, more: readonly Piece[]): Parsed<MountPoint> {
  const [option] = more;
  if (option && more.length === 1 && DOCKER_OPTION.test(option.text)) {
    const place = text.slice(text.text.length - option.text.length - 1);
    const message = `A mount has no options: remove ${quote(place.text)}.`;
    return refuse(CODE, place, message, { suggestion: '' });
  }
  return refuse(CODE, text, `${quote(text.text)} has more than one \`:\`: write ${FORMS}.`);
}
