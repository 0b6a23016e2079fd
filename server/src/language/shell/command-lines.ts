/** Whether a shell reads a line as part of the command above; an option only if the other lines have no dashes. */
export function isContinued(above: readonly string[], text: string, areGlued: boolean): boolean {
  const command = new OpenCommand();
  for (const line of above) command.read(line);
  if (command.isOpen) return true;
  if (/(?:\\|&&|\||\|\|)$/.test(above.at(-1) ?? '') || /^(?:&&|\|)/.test(text)) return true;
  return !areGlued && /^--?[a-zA-Z]/.test(text);
}

/** Whether the line breaks of a command matter, so YAML must not fold them: `\`, compound commands, here-documents. */
export function needsLines(lines: readonly string[]): boolean {
  const command = new OpenCommand();
  return lines.slice(0, -1).some((line) => {
    command.read(line);
    return line.endsWith('\\') || command.isOpen;
  });
}

const OPENING = /(?:^|[;&|(]\s*|\b(?:then|do|else|in)\s+)(?:if|for|while|until|case|select)\s/g;
const CLOSING = /(?:^|[;&|]\s*)(?:fi|done|esac)\b/g;
/** Neither `<<<` nor a shift such as `1 << 2`. */
const HEREDOC = /(?<!<)<<-?(?!<)\s*(["']?)([a-z_]\w*)\1/i;

/** The lines of a command, each without white space around it. */
export class OpenCommand {
  private depth = 0;
  private terminator: string | undefined;

  /** Whether a compound command or a here-document has not ended yet. */
  get isOpen(): boolean {
    return this.depth > 0 || this.terminator !== undefined;
  }

  read(line: string): void {
    if (this.terminator !== undefined) {
      if (line === this.terminator) this.terminator = undefined;
      return;
    }
    this.terminator = terminatorIn(line);
    this.depth += (line.match(OPENING) ?? []).length - (line.match(CLOSING) ?? []).length;
    this.depth += (/[{(]$/.test(line) ? 1 : 0) - (/^[})]/.test(line) ? 1 : 0);
  }
}

/** The word that ends the here-document of a line; undefined for `<<` in quotes and in arithmetic. */
function terminatorIn(line: string): string | undefined {
  const found = HEREDOC.exec(line);
  const before = line.slice(0, found?.index);
  const isInQuotes = ['"', "'"].some((quote) => before.split(quote).length % 2 === 0);
  return isInQuotes || before.includes('((') ? undefined : found?.[2];
}
