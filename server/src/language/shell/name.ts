/** The name of a variable where a shell means that variable. */
export interface ShellName {
  readonly name: string;
  /** Offsets in the script, both inclusive of all of the name and nothing else; `split` names reach over quotes. */
  readonly start: number;
  readonly end: number;
  /**
   * `set` where the script gives it a value or declares it, `passed` where a program gets it by its name and hands it on
   * under that name (`docker run -e NAME`), else `read`.
   */
  readonly role: 'read' | 'set' | 'passed';
  /** Whether quotes or backslashes stand within it. */
  readonly split?: true;
}

/** What commands have declared. */
export interface Declared {
  /** Arrays whose subscripts are texts (`declare -A`), not arithmetic. */
  readonly associative: Set<string>;
  /** Variables whose values are arithmetic (`declare -i`). */
  readonly integers: Set<string>;
}

/** Takes the names that are found, with offsets in the text of whoever found them. */
export type Sink = (found: ShellName) => void;

/** A variable's name at the start of a text. */
export const NAME_AT_START = /^[A-Za-z_]\w*/;
