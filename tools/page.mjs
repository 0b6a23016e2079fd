// The page of the extension in the galleries and in VS Code, from the README: the parts that are for its users.

/** The sections of the README that the page has, after the text before the first one. */
const SECTIONS = ['Features', 'Which files', 'Settings', 'Commands'];

/** The page, made from the text of the README. Throws if a section is missing. */
export function pageOf(readme) {
  const [start, ...parts] = readme.split(/^(?=## )/m);
  const sections = SECTIONS.map((name) => {
    const found = parts.find((part) => part.startsWith(`## ${name}\n`));
    if (found === undefined) throw new Error(`README.md has no section "${name}"`);
    return found;
  });
  return `${[start, ...sections].join('').trim()}\n`;
}

/**
 * The text without pictures and links that lead to files of the repository. vsce makes addresses of them, which are dead
 * until there is a repository; VS Code and the galleries show nothing from the extension's own files.
 */
export function withoutFiles(markdown) {
  return markdown
    .replace(/^!\[.*\]\((?!https:).*\)\n\n?/gm, '')
    .replace(/(?<!!)\[([^\]]*)\]\((?!https:|#)[^)]*\)/g, '$1');
}
