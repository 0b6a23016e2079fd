import type { Finding } from '../findings';
import type { Package } from '../../disk/package';
import type { Translate } from '../../language';

export interface FormatOptions {
  /** Whether escape codes of terminals may be used. */
  readonly colors: boolean;
  readonly package: Package;
  /** For formats that people read. */
  readonly translate: Translate;
}

/** Prints the findings of a run over `files` files. */
export type Format = (
  findings: readonly Finding[],
  files: number,
  options: FormatOptions,
) => string;
