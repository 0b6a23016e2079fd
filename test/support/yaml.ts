/**
 * A YAML text without the indentation of the source around it; `\` stands for itself. The text ends with a line break
 * if its last line is that of the closing backtick.
 */
export function yaml({ raw }: TemplateStringsArray): string {
  const text = (raw[0] ?? '').replace(/^\n/, '');
  const indents = [...text.matchAll(/^ *(?=[^ \n])/gm)].map(([spaces]) => spaces.length);
  const least = Math.min(...indents);
  return text.replace(new RegExp(`^ {0,${String(least)}}`, 'gm'), '').replace(/(?<=\n) *$/, '');
}
