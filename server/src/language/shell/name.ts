/** The name of a variable at a place where a shell uses that variable. */
export interface ShellName {
  readonly name: string;
  /** Offsets in the script, of exactly the name; `split` names contain quotes. */
  readonly start: number;
  readonly end: number;
  /**
   * `set` where the script gives it a value or declares it, `passed` where a program is given its name and passes it on
   * under that name (`docker run -e NAME`), else `read`.
   */
  readonly role: 'read' | 'set' | 'passed';
  /** Whether it contains quotes or backslashes. */
  readonly split?: true;
}

/** What commands have declared. */
export interface Declared {
  /** Arrays whose subscripts are texts (`declare -A`), not arithmetic. */
  readonly associative: Set<string>;
  /** Variables whose values are arithmetic (`declare -i`). */
  readonly integers: Set<string>;
}

/** Receives the names that are found, with offsets in the text in which they were found. */
export type Sink = (found: ShellName) => void;

/** A variable's name at the start of a text. */
export const NAME_AT_START = /^[A-Za-z_]\w*/;
