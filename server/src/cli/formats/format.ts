import type { Finding } from '../findings';
import type { Package } from '../../disk/package';
import type { Translate } from '../../language';

export interface FormatOptions {
  /** What was found, also what is not to be shown: the totals count it. */
  readonly all: readonly Finding[];
  /** Whether escape codes of terminals may be used. */
  readonly colors: boolean;
  readonly package: Package;
  /** The folder from which a CI service names files, if there is one. */
  readonly checkout: string | undefined;
  /** For formats that people read. */
  readonly translate: Translate;
}

/** Prints the given findings of a run over `files` files. */
export type Format = (
  findings: readonly Finding[],
  files: number,
  options: FormatOptions,
) => string;
