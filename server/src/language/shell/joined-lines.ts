/** The first line that a shell misreads if the lines of a command are joined with spaces. */
export interface Misread {
  /** The index of the line. */
  readonly line: number;
  /** The keyword at its start, or the end of a here-document. */
  readonly word: string;
  /** Whether it is the end of a here-document, which must be alone on its line. */
  readonly endsText: boolean;
}

/**
 * What a shell certainly misreads if the lines of a command, each without white space around it, are joined with
 * spaces, but for empty ones: `done` without a `;` before it, the end of a here-document. Undefined for commands with
 * quotes over several lines, which can hold programs of other languages, and with comments.
 */
export function misreadIfJoined(lines: readonly string[]): Misread | undefined {
  let open = 0;
  let terminator: string | undefined;
  let above = '';
  for (const [line, text] of lines.entries()) {
    if (terminator !== undefined) {
      if (text !== terminator) continue;
      if (lines[line - 1] || lines[line + 1]) return { line, word: text, endsText: true };
      terminator = undefined;
      continue;
    }
    const code = withoutTexts(text);
    if (code === undefined) return undefined;
    const [word] = KEYWORD.exec(code) ?? [];
    const isKnown = STARTED.test(above) || ENDED.test(above);
    if (word !== undefined && open > 0 && !isKnown) return { line, word, endsText: false };
    open += (code.match(OPENING) ?? []).length - (code.match(CLOSING) ?? []).length;
    terminator = terminatorIn(code, text);
    above = code;
  }
  return undefined;
}

/**
 * Whether each line of a script is meant as one: `yes` if each begins or ends as a shell needs it, `no` if one goes on
 * with the command above it, or a quote is open.
 */
export function areLines(lines: readonly string[]): 'yes' | 'maybe' | 'no' {
  let terminator: string | undefined;
  let above = '';
  let answer: 'yes' | 'maybe' = 'yes';
  for (const text of lines) {
    if (terminator !== undefined) {
      if (text === terminator) [terminator, above] = [undefined, ''];
      continue;
    }
    const code = withoutTexts(text);
    if (code === undefined) return 'no';
    if (!STARTED.test(above)) {
      if (/^(?:--?\w|&&|\||[<>)])/.test(code)) return 'no';
      if (!KEYWORD.test(code)) answer = 'maybe';
    }
    terminator = terminatorIn(code, text);
    above = code;
  }
  return answer;
}

/** A word that a shell knows only at the start of a command. */
const KEYWORD = /^(?:then|do|done|else|elif|fi|esac)(?=[\s;&|)]|$)/;

const OPENING =
  /(?:^|[;&|(]\s*)(?:(?:then|do|else)\s+)*(?:if|for|while|until|case|select)(?=\s|$)/g;
const CLOSING = /(?:^|[\s;&|])(?:fi|done|esac)(?=[\s;&|)]|$)/g;

/** The end of a line after which a command starts, or goes on with a backslash. */
const STARTED = /^$|[;&|({\\]$|(?:^|\s)(?:then|do|else|fi|done|esac)$|^case\s.*\sin$/;

/** The end of a line after which a shell knows a keyword, also if no command starts there. */
const ENDED = /[)}]$|\]\]$|(?:^|\s)in$|^for\s+\w+$/;

/** A line with `x` in the place of what is in quotes or escaped; undefined for an open quote, and for comments. */
function withoutTexts(line: string): string | undefined {
  const code = line.replace(/\\.|'[^']*'|"(?:[^"\\]|\\.)*"/g, (text) => 'x'.repeat(text.length));
  return /["']|(?:^|\s)#/.test(code) ? undefined : code;
}

/**
 * The word that ends the here-document of a line; undefined for `<<<`, and for shifts in arithmetic.
 *
 * @param code the line without its texts
 */
function terminatorIn(code: string, line: string): string | undefined {
  const found = /(?<!<)<<-?(?!<)\s*/.exec(code);
  if (!found || /\(\(|\$\[/.test(code.slice(0, found.index))) return undefined;
  const word = line.slice(found.index + found[0].length);
  return /^(?:(["'])(?<quoted>[^"']+)\1|(?<plain>[a-z_]\w*))(?=[\s;&|)<>]|$)/i
    .exec(word)
    ?.slice(2)
    .find((one) => one !== undefined);
}
