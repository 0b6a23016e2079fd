import type { Output } from '../output';

/** When escape codes of terminals are used. */
export type Color = 'auto' | 'always' | 'never';

const CODES = { error: 31, warning: 33, hint: 36, bold: 1, faint: 2 } as const;

/** Writes a text in a style. */
export type Paint = (style: keyof typeof CODES, text: string) => string;

/** With escape codes of terminals, or without. */
export function painter(colors: boolean): Paint {
  return (style, text) => (colors ? `\x1b[${String(CODES[style])}m${text}\x1b[0m` : text);
}

/** Whether standard output gets colors: as asked, as the environment says, or if it is a terminal. */
export function hasColors(color: Color, { outIsTerminal = false, env = {} }: Output): boolean {
  if (color !== 'auto') return color === 'always';
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return outIsTerminal && env['TERM'] !== 'dumb';
}
