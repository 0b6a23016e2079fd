/** What a server of dstack needs to plan a configuration. It is plain data that the language server sends to a client. */
export interface PlanInput {
  /** The type of the configuration: `task`, `fleet` and so on. */
  readonly type: string;
  readonly name: string | null;
  /** The configuration as dstack reads it. */
  readonly configuration: Readonly<Record<string, unknown>>;
  /** The profile that applies to it if the user names none. */
  readonly profile: Readonly<Record<string, unknown>> | null;
  /** The names of properties that were left out; also `profile`, if dstack cannot read the profiles. */
  readonly left: readonly string[];
}
