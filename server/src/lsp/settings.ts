import { releaseIn, type FeatureSettings } from '../language';
import { property } from './property';

/** The settings of the section `dstack` that the server reads. */
export interface Settings extends FeatureSettings {
  /** Whether problems are reported. */
  readonly validationEnabled: boolean;
  /** Whether those of files that are not open are reported as well. */
  readonly workspaceValidation: boolean;
  /** The release of dstack that judges files; undefined where the project and the server decide. */
  readonly version: string | undefined;
}

export const DEFAULT_SETTINGS: Settings = {
  validationEnabled: true,
  workspaceValidation: true,
  version: undefined,
  format: { lists: 'keep', quotes: 'keep' },
  inlayHints: { meanings: true, defaults: false },
  codeLensEnabled: true,
  newerVersions: 'last',
};

/** Reads what the client sent; anything of an unexpected shape counts as not set. */
export function readSettings(section: unknown): Settings {
  const {
    validationEnabled,
    workspaceValidation,
    format,
    inlayHints,
    codeLensEnabled,
    newerVersions,
  } = DEFAULT_SETTINGS;
  const enabled = (name: string, otherwise: boolean, key = 'enabled') =>
    flag(property(property(section, name), key), otherwise);
  const formatting = property(section, 'format');
  return {
    validationEnabled: enabled('validation', validationEnabled),
    workspaceValidation: enabled('validation', workspaceValidation, 'workspace'),
    version: versionIn(property(section, 'version')),
    format: {
      lists: choice(property(formatting, 'lists'), ['keep', 'indented', 'flush'], format.lists),
      quotes: choice(property(formatting, 'quotes'), ['keep', 'single', 'double'], format.quotes),
    },
    inlayHints: {
      meanings: enabled('inlayHints', inlayHints.meanings, 'meanings'),
      defaults: enabled('inlayHints', inlayHints.defaults, 'defaults'),
    },
    codeLensEnabled: enabled('codeLens', codeLensEnabled),
    newerVersions: choice(
      property(property(section, 'completion'), 'newerVersions'),
      ['last', 'hide'],
      newerVersions,
    ),
  };
}

/** A version as the user wrote it; `auto` and an empty text are none. */
function versionIn(value: unknown): string | undefined {
  return typeof value === 'string' && releaseIn(value) !== undefined ? value : undefined;
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function choice<T extends string>(value: unknown, choices: readonly T[], otherwise: T): T {
  return choices.find((one) => one === value) ?? otherwise;
}
