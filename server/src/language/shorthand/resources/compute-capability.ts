import type { Shorthand } from '../grammar/shorthand';
import type { ScalarValue } from '../../yaml/scalar';
import { failed, parsed, unplaced, type Parsed } from '../grammar/grammar';
import { quote } from '../../base/words';
import { Piece, refuse } from '../grammar/piece';
import * as python from '../../python/python';
import { wrongKind } from '../grammar/text';

const CODE = 'compute-capability';
const FORMS = 'a version such as `8.6`';

/** Major and minor number of a CUDA compute capability. Mirrors `ComputeCapability` of core/models/resources.py. */
export const computeCapability: Shorthand<readonly number[]> = {
  noun: 'version',
  read: (scalar) => {
    switch (scalar.type) {
      case 'null':
        return parsed(null);
      case 'str':
        return readVersion(Piece.of(scalar.value));
      case 'float': {
        const text = python.floatText(scalar.value);
        return unplaced(readVersion(Piece.of(text)), text);
      }
      case 'int': {
        const suggestion = likelyVersion(python.intText(scalar.value) ?? '');
        if (suggestion === undefined) return wrongKind(CODE, scalar, FORMS);
        const message = `The compute capability needs a major and a minor number: write \`${suggestion}\`.`;
        return failed({ code: CODE, message, data: { suggestion } });
      }
      default:
        return wrongKind(CODE, scalar, FORMS);
    }
  },
  strict: true,
};

/**
 * One of the two numbers where they are written as a list: what Python's `int()` accepts, which cuts off fractions.
 * Mirrors `ComputeCapability.validate` of core/models/resources.py.
 */
export const computeCapabilityNumber: Shorthand<number> = {
  noun: 'integer',
  read: (scalar) => {
    const number = toInt(scalar);
    return number === undefined
      ? wrongKind('wrong-type', scalar, 'an integer such as `8`')
      : parsed(number);
  },
  strict: true,
};

function toInt(scalar: ScalarValue): number | undefined {
  switch (scalar.type) {
    case 'int':
    case 'bool':
      return Number(scalar.value);
    case 'float':
      // Adding 0 turns -0, which is not an integer, into 0.
      return Number.isFinite(scalar.value) ? Math.trunc(scalar.value) + 0 : undefined;
    case 'str':
      return numberOf(python.int(scalar.value));
    case 'binary': {
      const text = python.decodeBase64(scalar.text) ?? '';
      return ASCII.test(text) ? numberOf(python.int(text)) : undefined;
    }
    default:
      return undefined;
  }
}

/** In bytes, Python accepts no digits of other scripts, and fewer characters as white space. */
const ASCII = /^[\t-\r -~]*$/;

function numberOf(integer: bigint | undefined): number | undefined {
  return integer === undefined ? undefined : Number(integer);
}

function readVersion(text: Piece): Parsed<readonly number[]> {
  const numbers = python.strip(text.text).split('.').map(python.int);
  const [major, minor] = numbers;
  if (numbers.length === 2 && major !== undefined && minor !== undefined) {
    return parsed([Number(major), Number(minor)], [text.part('number')]);
  }
  const suggestion = likelyVersion(text.text);
  const advice = suggestion ?? '8.6';
  const message = `${quote(text.text)} is not a compute capability: write a major and a minor number, e.g. \`${advice}\`.`;
  return refuse(CODE, text, message, suggestion === undefined ? undefined : { suggestion });
}

/** The version in `8`, `>=8.0`, `8.6+`, `sm_86` and `compute_100`; the last digit is the minor number. */
function likelyVersion(text: string): string | undefined {
  const [, major, minor] =
    /^(?:>=\s*)?([1-9][0-9]?)(?:\.([0-9]))?(?:\.0)?\+?$/.exec(text) ??
    /^(?:sm|compute)[-_]?([1-9][0-9]?)([0-9])a?$/i.exec(text) ??
    [];
  return major === undefined ? undefined : `${major}.${minor ?? '0'}`;
}
