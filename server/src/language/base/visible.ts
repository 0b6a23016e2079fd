/**
 * Characters that must not reach a terminal, a log or a reader: control characters (C0, C1, DEL), characters that turn
 * the direction of text or break lines, invisible characters (those that join letters and emoji are kept), and
 * surrogates without their other half.
 */
const UNSAFE =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u00ad\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u3164\uffa0\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|\p{Cs}/gu;

/**
 * Texts that the runners of GitHub, Azure and TeamCity interpret as build commands anywhere in a line: `##[error]`,
 * `##vso[task.setvariable]`, `##teamcity[...]`.
 */
const BUILD_COMMAND = /##(?=[\w.]*\[)/g;

/** How an unsafe character is shown, by its code. */
export type Escape = (code: number) => string;

const inBraces: Escape = (code) => `\\u{${code.toString(16)}}`;

/** The text with unsafe characters as escapes, such as `\u{1b}`. Tabs and line feeds stay. */
export function visible(text: string, escape = inBraces): string {
  return text.replace(UNSAFE, (character) => escape(character.codePointAt(0) ?? 0));
}

/**
 * The text on one line, for output that a terminal or the runner of a build reads: unsafe characters, tabs, line feeds and
 * commands of a build are escapes.
 */
export function visibleLine(text: string, escape = inBraces): string {
  return visible(text, escape)
    .replace(/[\t\n]/g, (character) => escape(character.charCodeAt(0)))
    .replace(BUILD_COMMAND, `#${escape(0x23)}`);
}
