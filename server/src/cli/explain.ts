import { closest } from '../language/base/spelling';
import { PROBLEM_TITLES } from '../language';
import { reasonOf } from './failure';
import type { Output } from './output';
import { printedLine } from './printed';

/** Prints the page of a problem code, or without one all codes with their titles. */
export function explain(code: string | undefined, { out, err, package: pack }: Output): 0 | 2 {
  if (code === undefined) {
    const longest = Math.max(...Object.keys(PROBLEM_TITLES).map(({ length }) => length));
    for (const [name, title] of Object.entries(PROBLEM_TITLES))
      out(`${name.padEnd(longest)}  ${title}\n`);
    return 0;
  }
  if (!Object.hasOwn(PROBLEM_TITLES, code)) {
    const [near] = closest(code, Object.keys(PROBLEM_TITLES));
    const advice = near === undefined ? 'Without a code, all are listed.' : `Did you mean ${near}?`;
    err(`Unknown code: ${printedLine(code)}. ${advice}\n`);
    return 2;
  }
  try {
    out(pack.page(code));
    return 0;
  } catch (error) {
    err(`The page of ${code} cannot be read: ${printedLine(reasonOf(error))}\n`);
    return 2;
  }
}
