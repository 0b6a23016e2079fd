import { CATALOGUE } from '../../../server/src/language/catalogue';
import { explain } from '../../../server/src/language/meaning';
import { PROBLEM_TITLES } from '../../../server/src/language/problem/codes';
import {
  amountText,
  parseShorthand,
  SHORTHAND_NAMES,
  type ShorthandName,
} from '../../../server/src/language/shorthand';
import type {
  Parsed,
  ShorthandError,
} from '../../../server/src/language/shorthand/grammar/grammar';
import { resolveScalar, type ScalarValue } from '../../../server/src/language/yaml/scalar';
import { holds } from '../target';

/** Every grammar of a shorthand, given each line as text and as the plain scalar that it is. */
export function shorthand(text: string): void {
  for (const line of [text, ...text.split('\n').slice(0, 6)]) {
    // The text after a key.
    for (const one of new Set([line, line.replace(/^[^:]*: +/, '').trim()])) {
      const plain = resolveScalar(one, 'plain');
      for (const name of SHORTHAND_NAMES) {
        checkText(name, one);
        if (plain.type !== 'error' && plain.type !== 'str') checkGrammar(name, plain, undefined);
      }
    }
  }
}

function checkText(name: ShorthandName, text: string): void {
  const result = checkGrammar(name, { type: 'str', value: text }, text);
  if (result.ok || typeof result.error.data?.['suggestion'] !== 'string') return;
  const { start = 0, end = text.length, data } = result.error;
  holds(
    data['suggestion'] !== text.slice(start, end),
    `${name}: what is suggested is another text`,
  );
}

function checkGrammar(
  name: ShorthandName,
  scalar: ScalarValue,
  text: string | undefined,
): Parsed<unknown> {
  const result = parseShorthand(name, scalar);
  if (!result.ok) checkError(name, result.error, text);
  else {
    let at = 0;
    for (const { start, end } of result.parts) {
      holds(
        text !== undefined || result.parts.length === 0,
        `${name}: no places in what is no text`,
      );
      const isOrdered = at <= start && start < end && end <= (text ?? '').length;
      holds(isOrdered, `${name}: the parts are in order and in the text`, () => result.parts);
      at = end;
    }
    explain(name as never, result.value as never, { now: 0, catalogue: CATALOGUE });
    checkShortText(name, result.value);
  }
  return result;
}

function checkError(name: ShorthandName, error: ShorthandError, text: string | undefined): void {
  const { code, message, start = 0, end = text?.length ?? 0 } = error;
  holds(code in PROBLEM_TITLES, `${name}: the code is known`, () => code);
  holds(
    message !== '' && message.split('\n').length <= 2,
    `${name}: the message has a line or two`,
    () => message,
  );
  const isInside =
    text === undefined
      ? error.start === undefined
      : 0 <= start && start <= end && end <= text.length;
  holds(isInside, `${name}: what broke lies in the text`, () => [start, end]);
}

/** What the preview of a file writes is read as the same. */
function checkShortText(name: ShorthandName, value: unknown): void {
  const short = amountText(name, value);
  if (short === undefined) return;
  const again = parseShorthand(name, resolved(short));
  const isSame = again.ok && JSON.stringify(again.value) === JSON.stringify(value);
  holds(isSame, `${name}: the short text of a value is read as the value`, () => [value, short]);
}

function resolved(short: unknown): ScalarValue {
  if (typeof short === 'string') return { type: 'str', value: short };
  const value = resolveScalar(String(short), 'plain');
  return value.type === 'error' ? { type: 'null' } : value;
}
