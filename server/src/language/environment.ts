import { CATALOGUE, type Catalogue } from './catalogue';
import { english, type Translate } from './l10n/text';
import type { LiveFacts } from './live/facts';
import { NEWEST, type ReleaseInUse } from './release/in-use';
import type { Workspace } from './workspace/workspace';

/** What a client can do, as it has announced. */
export interface ClientAbilities {
  /** It expands snippets. */
  readonly snippets: boolean;
  /**
   * Whether an incomplete list stays, with the row that is selected in it, until the next answer is there, and Enter
   * accepts that row: VS Code does so.
   */
  readonly keepsOldList: boolean;
  /**
   * Whether it inserts only the first word of a plain text, indents the lines of a snippet itself, and leaves choices
   * empty: the completion of Neovim does so.
   */
  readonly insertsWords: boolean;
  /** It supports edits that name the version of a document (`documentChanges`). */
  readonly versionedEdits: boolean;
  /** It creates files that an edit asks for. */
  readonly createsFiles: boolean;
  /** Its commands; without them a lens is text. */
  readonly commands: ClientCommands | undefined;
  /** URI of the page of a problem, to which its code links, with `{code}` in place of the code. */
  readonly page: string | undefined;
}

/** Commands that a client has: two for lenses, and one for items of completion. */
export interface ClientCommands {
  /** Gets the URI, the position and the locations. */
  readonly showReferences: string;
  /** Gets the command line. */
  readonly copyApplyCommand: string;
  /**
   * Opens the list of suggestions; gets `{ auto: true }`, so that it opens as if by itself: a requested list stays open
   * in VS Code while nothing matches the typed text, and Enter then accepts its selected item.
   */
  readonly suggest: string;
}

/** How formatting writes what can be written in several ways. */
export interface FormatSettings {
  readonly lists: 'keep' | 'indented' | 'flush';
  readonly quotes: 'keep' | 'single' | 'double';
}

/** Which inlay hints are shown. */
export interface InlayHintSettings {
  /** What a shorthand means. */
  readonly meanings: boolean;
  /** Defaults that decide on cost and behaviour, after the type. */
  readonly defaults: boolean;
}

/** The settings of the user that features follow. */
export interface FeatureSettings {
  readonly format: FormatSettings;
  readonly inlayHints: InlayHintSettings;
  /** Whether there are code lenses. */
  readonly codeLensEnabled: boolean;
  /** Where suggestions go that need a newer release of dstack than the one in use. */
  readonly newerVersions: 'last' | 'hide';
}

/** Everything that an answer may depend on besides the text. It is given to an `Analysis` once and never changes. */
export interface Environment {
  /** The release of dstack that judges a file, unless a comment in it names another. */
  readonly release: ReleaseInUse;
  readonly catalogue: Catalogue;
  readonly workspace: Workspace | undefined;
  /** What is known of the user's server of dstack; undefined if nothing is. No verdict depends on it. */
  readonly live: LiveFacts | undefined;
  /** Milliseconds since 1970. Without a clock no answer depends on the time. */
  readonly now: (() => number) | undefined;
  /** Gives texts in the language of the user. Messages of problems are English. */
  readonly translate: Translate;
  readonly client: ClientAbilities;
  readonly settings: FeatureSettings;
}

const DEFAULT_ENVIRONMENT: Environment = {
  release: NEWEST,
  catalogue: CATALOGUE,
  workspace: undefined,
  live: undefined,
  now: undefined,
  translate: english,
  client: {
    snippets: true,
    keepsOldList: false,
    insertsWords: false,
    versionedEdits: true,
    createsFiles: false,
    commands: undefined,
    page: undefined,
  },
  settings: {
    format: { lists: 'keep', quotes: 'keep' },
    inlayHints: { meanings: true, defaults: false },
    codeLensEnabled: true,
    newerVersions: 'last',
  },
};

/** The optional parts of an environment: each part, and each ability of a client. */
export type EnvironmentParts = Partial<Omit<Environment, 'client' | 'settings'>> & {
  readonly client?: Partial<ClientAbilities>;
  readonly settings?: Partial<FeatureSettings>;
};

/** An environment of these parts; defaults are those of a file alone, with the newest known release. */
export function environmentOf({ client, settings, ...parts }: EnvironmentParts = {}): Environment {
  return {
    ...DEFAULT_ENVIRONMENT,
    ...parts,
    client: { ...DEFAULT_ENVIRONMENT.client, ...client },
    settings: { ...DEFAULT_ENVIRONMENT.settings, ...settings },
  };
}
