import { readdirSync, readFileSync } from 'node:fs';
import { repositoryPath } from '../repository';

/** A heading with the indented lines under it. */
export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

/**
 * The sections of all text files in a folder. Lines are indented by two spaces, which are removed. In them
 * `«TEXT*COUNT»` means COUNT times TEXT, `«space»` a space that an editor would remove, and `⏎` a line break.
 */
export function sectionsOf(folder: string): readonly Section[] {
  const path = repositoryPath(folder);
  return readdirSync(path)
    .sort()
    .flatMap((file) =>
      readFileSync(`${path}/${file}`, 'utf8')
        .trimEnd()
        .split(/\n\n(?=\S)/),
    )
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      return { heading, lines: lines.map((line) => expand(line.slice(2))) };
    });
}

function expand(line: string): string {
  return line
    .replace('«space»', ' ')
    .replace(/⏎/g, '\n')
    .replace(/«([^»]*)\*(\d+)»/g, (_, text: string, count: string) => text.repeat(Number(count)));
}
