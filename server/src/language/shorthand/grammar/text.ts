import type { ProblemCode } from '../../problem/problem';
import type { ScalarValue } from '../../yaml/scalar';
import { failed, parsed, unplaced, type Grammar, type Parsed } from './grammar';
import { toText } from '../../pydantic/conversions';
import { Piece } from './piece';

/** A field for text. */
interface TextField<T> {
  readonly code: ProblemCode;
  /** The expected text, with an example: ``a path such as `/data` ``. */
  readonly expected: string;
  /** Whether numbers are first converted to text, as pydantic does for `str` fields of dstack's models. */
  readonly numbers: boolean;
  readonly read: (text: Piece) => Parsed<T>;
}

/** The grammar of a field that holds text. Null passes, scalars of other types are rejected. */
export function textGrammar<T>(field: TextField<T>): Grammar<T | null> {
  return (scalar) => {
    if (scalar.type === 'null') return parsed(null);
    if (scalar.type === 'str') return field.read(Piece.of(scalar.value));
    const text = field.numbers ? toText(scalar) : undefined;
    if (text !== undefined) return unplaced(field.read(Piece.of(text)), text);
    const wrong = wrongKind<T>(field.code, scalar, field.expected);
    if (wrong.ok || (scalar.type !== 'bool' && scalar.type !== 'timestamp')) return wrong;
    const message = `${wrong.error.message} Put it in quotes if it is text.`;
    return failed({ ...wrong.error, message });
  };
}

const KINDS = {
  null: 'null',
  bool: 'a boolean',
  int: 'a number',
  float: 'a number with a fraction',
  str: 'text',
  timestamp: 'a date',
  binary: 'binary data',
} as const satisfies Record<ScalarValue['type'], string>;

/** An error about a scalar that matches no form of the field. `data.kind` is its YAML type. */
export function wrongKind<T>(code: ProblemCode, scalar: ScalarValue, expected: string): Parsed<T> {
  const message = `Expected ${expected}, but YAML reads this as ${KINDS[scalar.type]}.`;
  return failed({ code, message, data: { kind: scalar.type } });
}
