import type { Package } from '../disk/package';

/** Where a command prints, whether a person reads it there, and what it finds on the machine. */
export interface Output {
  out(text: string | Uint8Array): void;
  err(text: string): void;
  /** Whether standard output, and standard error, are terminals. */
  readonly outIsTerminal?: boolean;
  readonly errIsTerminal?: boolean;
  readonly package: Package;
  /** Starts the server for agents. */
  readonly serveAgents?: () => void;
  /** Environment variables. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}
