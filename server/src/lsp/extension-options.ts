import type { InitializeParams } from 'vscode-languageserver';
import { property } from './property';

/** Differences of our extension or its editor from other clients, as given in `initializationOptions`. */
export interface ExtensionOptions {
  /** It has the commands that lenses run. */
  readonly commands: boolean;
  /** It shows the notification `dstack/status`. */
  readonly status: boolean;
  /** See `ClientAbilities.keepsOldList`. */
  readonly keepsOldList: boolean;
  /** The release of dstack that judges files, for clients without settings. */
  readonly dstackVersion: string | undefined;
  /** It answers `dstack/readFiles`. */
  readonly files: boolean;
}

/** The options of a client; missing ones are false. */
export function extensionOptions({ initializationOptions }: InitializeParams): ExtensionOptions {
  const has = (name: keyof ExtensionOptions) => property(initializationOptions, name) === true;
  const dstackVersion = property(initializationOptions, 'dstackVersion');
  return {
    commands: has('commands'),
    status: has('status'),
    keepsOldList: has('keepsOldList'),
    dstackVersion: typeof dstackVersion === 'string' ? dstackVersion : undefined,
    files: has('files'),
  };
}
