import { translateFor, type Translate } from '../language';
import german from './l10n/de.json';
import chinese from './l10n/zh-cn.json';
import type { Output } from './output';

const TEXTS = { de: german, 'zh-cn': chinese };

/** Gives texts in the language of the person at the terminal, as POSIX says: the first of the variables that is set. */
export function translateOf({ env = {} }: Pick<Output, 'env'>): Translate {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const [, charset = 'utf-8'] = /\.([^@]*)/.exec(locale) ?? [];
  // A terminal with another charset shows all but ASCII as something else.
  return translateFor(/^utf-?8$/i.test(charset) ? locale : undefined, TEXTS);
}
