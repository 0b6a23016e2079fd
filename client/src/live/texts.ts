/** Gives a text in a language, as `l10n.t` of VS Code does. */
export type Translate = (message: string, ...parts: readonly (string | number)[]) => string;

/** Without an editor, such as in tests: English. */
const english: Translate = (message, ...parts) =>
  message.replace(/\{(\d)\}/g, (whole, index) => String(parts[Number(index)] ?? whole));

let translate = english;

/** Gives a text in the language of the editor: what uses it does not need VS Code. `message` is a literal. */
export function t(message: string, ...parts: readonly (string | number)[]): string {
  return translate(message, ...parts);
}

/** Sets the language, once, before anything is shown. */
export function translateWith(other: Translate): void {
  translate = other;
}
