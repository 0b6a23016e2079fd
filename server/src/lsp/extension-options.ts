import type { InitializeParams } from 'vscode-languageserver';

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
  const { commands, status, keepsOldList, dstackVersion, files } = (initializationOptions ??
    {}) as Record<string, unknown>;
  return {
    commands: commands === true,
    status: status === true,
    keepsOldList: keepsOldList === true,
    dstackVersion: typeof dstackVersion === 'string' ? dstackVersion : undefined,
    files: files === true,
  };
}
