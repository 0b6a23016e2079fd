import { createTwoFilesPatch } from 'diff';

/** The change of a function as a unified diff; undefined stands for one that does not exist. */
export function unifiedDiff(name, before = '', after = '') {
  return createTwoFilesPatch(name, name, `${before}\n`, `${after}\n`);
}
