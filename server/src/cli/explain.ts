import { closest } from '../language/base/spelling';
import { PROBLEM_TITLES, t } from '../language';
import { reasonOf } from './failure';
import { translateOf } from './locale';
import type { Output } from './output';
import { printedLine } from './printed';

/** Prints the page of a problem code, or without one all codes with their titles. */
export function explain(code: string | undefined, output: Output): 0 | 2 {
  const { out, err, package: pack } = output;
  const translate = translateOf(output);
  if (code === undefined) {
    const longest = Math.max(...Object.keys(PROBLEM_TITLES).map(({ length }) => length));
    for (const [name, title] of Object.entries(PROBLEM_TITLES))
      out(`${name.padEnd(longest)}  ${translate({ english: title, parts: [] })}\n`);
    return 0;
  }
  if (!Object.hasOwn(PROBLEM_TITLES, code)) {
    const [near] = closest(code, Object.keys(PROBLEM_TITLES));
    const text =
      near === undefined
        ? t('Unknown code: {0}. Without a code, all are listed.', code)
        : t('Unknown code: {0}. Did you mean {1}?', code, near);
    err(`${printedLine(translate(text))}\n`);
    return 2;
  }
  try {
    out(pack.page(code));
    return 0;
  } catch (error) {
    const text = t('The page of {0} cannot be read: {1}', code, reasonOf(error));
    err(`${printedLine(translate(text))}\n`);
    return 2;
  }
}
