/** Character codes and classes of PyYAML's scanner. The end of the text has the code 0. */
export const END = 0;
export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const HASH = 0x23;
export const PERCENT = 0x25;
export const APOSTROPHE = 0x27;
export const COMMA = 0x2c;
export const DASH = 0x2d;
export const DOT = 0x2e;
export const COLON = 0x3a;
export const LESS = 0x3c;
export const GREATER = 0x3e;
export const QUESTION = 0x3f;
export const BACKSLASH = 0x5c;
const NEXT_LINE = 0x85;
const LINE_SEPARATOR = 0x2028;
const PARAGRAPH_SEPARATOR = 0x2029;

/** Unlike YAML 1.2 and LSP, PyYAML also breaks lines at U+0085, U+2028 and U+2029. */
export function isBreak(code: number): boolean {
  return code === LF || code === CR || isUnicodeBreak(code);
}

function isUnicodeBreak(code: number): boolean {
  return code >= NEXT_LINE && (code === NEXT_LINE || isSeparator(code));
}

/** The two line breaks that PyYAML keeps as they are instead of turning them into a line feed. */
export function isSeparator(code: number): boolean {
  return code === LINE_SEPARATOR || code === PARAGRAPH_SEPARATOR;
}

/** A line break or the end of the text. */
export function isBreakOrEnd(code: number): boolean {
  return code === END || isBreak(code);
}

/** A space, a line break or the end of the text: what ends a directive, a tag and the head of a block scalar. */
export function isSpaceOrEnd(code: number): boolean {
  return code === SPACE || isBreakOrEnd(code);
}

/** The same with a tab: what must follow an indicator such as `- `. */
export function isBlankOrEnd(code: number): boolean {
  return code <= SPACE
    ? code === SPACE || code === TAB || isBreakOrEnd(code)
    : isUnicodeBreak(code);
}

/** White space within a line. */
export function isSpaceOrTab(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** `0` to `9`. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The characters of an anchor's, a tag handle's and a directive's name. */
export function isNameChar(code: number): boolean {
  const lower = code | 0x20;
  return isDigit(code) || (lower >= 0x61 && lower <= 0x7a) || code === DASH || code === 0x5f;
}

/** What separates the items of a flow collection and ends a plain scalar in it: `,?[]{}`. */
export function isFlowIndicator(code: number): boolean {
  return code === COMMA || code === QUESTION || isBracket(code);
}

/** `[`, `]`, `{` or `}`. */
export function isBracket(code: number): boolean {
  return code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;
}
