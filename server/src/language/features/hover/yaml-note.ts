import { floatText, intText } from '../../python/python';
import type { ScalarNode } from '../../yaml/node';
import type { ScalarValue } from '../../yaml/scalar';
import { code } from '../../meaning/markdown';

/**
 * What dstack does with a scalar that YAML does not read as text: `text` if dstack writes it as text again, `kept` if
 * it accepts what YAML read, `refused` if it expects something else.
 */
export type Fate = { readonly text: string } | 'kept' | 'refused';

/** A note if YAML reads the text differently from what it looks like. */
export function yamlNote({ style, text, value }: ScalarNode, fate: Fate): string | undefined {
  const read = style === 'plain' ? readAs(value) : undefined;
  if (read === undefined || read.endsWith(` ${code(text)}`)) return undefined;
  if (fate === 'kept' && PLAIN_NUMBER.test(text)) return undefined;
  const notation = value.type === 'int' || value.type === 'float' ? notationOf(text) : undefined;
  const note = `YAML reads ${code(text)} as ${read}${notation === undefined ? '' : ` (${notation})`}`;
  if (typeof fate === 'object') {
    const taken = `${note}, which dstack converts to ${code(fate.text)}.`;
    return fate.text === text ? taken : `${taken} Put it in quotes to keep it as it is.`;
  }
  // Numbers in base 60 are never intended.
  if (fate === 'kept' && notation !== BASE_60) return `${note}.`;
  return `${note}. Put it in quotes if it is text.`;
}

/** A number that YAML reads as people do, also with a zero at its end. */
const PLAIN_NUMBER = /^[-+]?(?:0|[1-9]\d*)?(?:\.\d*)?(?:e[-+]?\d+)?$/i;

const BASE_60 = 'in base 60, as a time';

function notationOf(text: string): string | undefined {
  const digits = text.replace(/^[-+]/, '');
  if (digits.includes(':')) return BASE_60;
  if (/^0x/.test(digits)) return 'hexadecimal';
  if (/^0b/.test(digits)) return 'binary';
  return /^0[0-7_]+$/.test(digits) && digits !== '0' ? 'octal' : undefined;
}

function readAs(value: ScalarValue): string | undefined {
  switch (value.type) {
    case 'bool':
      return `the boolean ${code(String(value.value))}`;
    case 'int': {
      const text = intText(value.value);
      return text === undefined ? 'a number of thousands of digits' : `the number ${code(text)}`;
    }
    case 'float':
      return `the number ${code(floatText(value.value))}`;
    case 'timestamp':
      return 'a date';
    default:
      return undefined;
  }
}
