/** Whether a shell reads a line as part of the command above; an option only if the other lines have no dashes. */
export function isContinued(above: readonly string[], text: string, areGlued: boolean): boolean {
  if (isOpen(above)) return true;
  if (/(?:\\|&&|\||\|\|)$/.test(above.at(-1) ?? '') || /^(?:&&|\|)/.test(text)) return true;
  return !areGlued && /^--?[a-zA-Z]/.test(text);
}

/** Whether the line breaks of a command matter, so YAML must not fold them: `\`, compound commands, here-documents. */
export function needsLines(lines: readonly string[]): boolean {
  return lines
    .slice(0, -1)
    .some((line, index) => line.endsWith('\\') || isOpen(lines.slice(0, index + 1)));
}

const OPENING = /(?:^|[;&|(]\s*|\b(?:then|do|else|in)\s+)(?:if|for|while|until|case|select)\s/g;
const CLOSING = /(?:^|[;&|]\s*)(?:fi|done|esac)\b/g;
const HEREDOC = /<<-?\s*(["']?)(\w+)\1/;

/** Whether a compound command or a here-document has not ended yet. */
function isOpen(lines: readonly string[]): boolean {
  let depth = 0;
  let end: string | undefined;
  for (const line of lines) {
    if (end !== undefined) {
      if (line.trim() === end) end = undefined;
      continue;
    }
    end = HEREDOC.exec(line)?.[2];
    depth += (line.match(OPENING) ?? []).length - (line.match(CLOSING) ?? []).length;
    depth += (/[{(]$/.test(line) ? 1 : 0) - (/^[})]/.test(line) ? 1 : 0);
  }
  return depth > 0 || end !== undefined;
}
