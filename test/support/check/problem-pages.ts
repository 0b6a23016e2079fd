import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ProblemCode } from '../../../server/src/language/problem/codes';
import { repositoryPath } from '../repository';

/** The folder with a page for each problem code. */
export const PAGES = repositoryPath('docs/problems');

/** The page of a problem: its title, and the files that it shows, at least one of each kind. */
interface ProblemPage {
  readonly title: string | undefined;
  /** Each has that problem, which may be marked (`checkProblems`). */
  readonly wrong: readonly string[];
  readonly right: readonly string[];
}

/** Reads the page of a problem. */
export function readPage(code: ProblemCode): ProblemPage {
  const text = readFileSync(`${PAGES}/${code}.md`, 'utf8');
  const [start = '', ...sections] = text.split(/^## /m);
  const examples = (heading: string) => {
    const section = sections.find((one) => one.startsWith(`${heading}\n`)) ?? '';
    return [...section.matchAll(/\n```yaml\n([^]*?\n)```\n/g)].map(([, file = '']) => file);
  };
  const [wrong, right] = [examples('Wrong'), examples('Right')];
  assert.ok(wrong.length > 0 && right.length > 0, `${code}.md shows wrong and right files`);
  return { title: /^# (.*)\n/.exec(start)?.[1], wrong, right };
}
