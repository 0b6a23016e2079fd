import type { ShorthandName } from '../shorthand';
import type { PartKind } from '../shorthand/grammar';

/** The ways to write a short form of several parts. */
export interface Forms {
  /** For each way, as one reads it, its words in capitals, and what part each of them is. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, PartKind>>>>;
  /** Texts that a beginning can go on with, so that the grammar can read it. */
  readonly continuations: readonly string[];
}

const reference: Forms = {
  labels: { NAME: { NAME: 'name' }, 'PROJECT/NAME': { PROJECT: 'project', NAME: 'name' } },
  continuations: ['x'],
};

/** Grammars of one part only are not there; hover and completion say all that there is to them. */
export const FORMS: Readonly<Partial<Record<ShorthandName, Forms>>> = {
  cpu: {
    labels: { 'ARCH:COUNT': { ARCH: 'arch', COUNT: 'count' } },
    continuations: ['x86', '1'],
  },
  cron: {
    labels: {
      'MINUTE HOUR DAY MONTH WEEKDAY': {
        MINUTE: 'minute',
        HOUR: 'hour',
        DAY: 'day',
        MONTH: 'month',
        WEEKDAY: 'day_of_week',
      },
    },
    continuations: [5, 4, 3, 2, 1].flatMap((fields) => {
      const rest = Array<string>(fields).fill('*').join(' ');
      return [rest, ` ${rest}`];
    }),
  },
  'entity-reference': reference,
  'env-entry': {
    labels: { NAME: { NAME: 'key' }, 'NAME=VALUE': { NAME: 'key', VALUE: 'value' } },
    continuations: ['X'],
  },
  'file-mapping': {
    labels: {
      LOCAL: { LOCAL: 'local-path' },
      'LOCAL:PATH': { LOCAL: 'local-path', PATH: 'path' },
    },
    continuations: ['x'],
  },
  'fleet-reference': reference,
  gateway: reference,
  gpu: {
    labels: {
      'VENDOR:NAME:MEMORY:COUNT': {
        VENDOR: 'vendor',
        NAME: 'name',
        MEMORY: 'memory',
        COUNT: 'count',
      },
    },
    continuations: ['A100', '1GB', '1'],
  },
  'mount-point': {
    labels: {
      'NAME:/PATH': { NAME: 'name', PATH: 'path' },
      '/INSTANCE:/PATH': { INSTANCE: 'instance-path', PATH: 'path' },
    },
    continuations: ['x:/x', ':/x', '/x'],
  },
  'port-mapping': {
    labels: {
      PORT: { PORT: 'container-port' },
      'LOCAL:PORT': { LOCAL: 'local-port', PORT: 'container-port' },
    },
    continuations: ['1'],
  },
  repo: {
    labels: {
      LOCAL: { LOCAL: 'local-path' },
      'LOCAL:PATH': { LOCAL: 'local-path', PATH: 'path' },
      URL: { URL: 'url' },
      'URL:PATH': { URL: 'url', PATH: 'path' },
    },
    continuations: ['x'],
  },
  'unix-user': {
    labels: { USER: { USER: 'user' }, 'USER:GROUP': { USER: 'user', GROUP: 'group' } },
    continuations: ['x'],
  },
};
