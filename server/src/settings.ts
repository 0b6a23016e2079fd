/** The settings of the section `dstack` that the server reads. */
export interface Settings {
  /** Whether problems are reported. */
  readonly validationEnabled: boolean;
}

export const DEFAULT_SETTINGS: Settings = { validationEnabled: true };

/** Reads what the client sent; anything of an unexpected shape counts as not set. */
export function readSettings(section: unknown): Settings {
  const enabled = property(property(section, 'validation'), 'enabled');
  return {
    validationEnabled: typeof enabled === 'boolean' ? enabled : DEFAULT_SETTINGS.validationEnabled,
  };
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
