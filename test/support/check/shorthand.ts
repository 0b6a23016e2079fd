import assert from 'node:assert/strict';
import { parseShorthand, type ShorthandName } from '../../../server/src/language/shorthand';
import { resolveScalar, type ScalarValue } from '../../../server/src/language/yaml/scalar';
import { table } from '../table';

/** The input of a grammar: a text, or the plain scalar that YAML reads from `{ plain }`. */
type Input = string | { readonly plain: string };

interface Refusal {
  /** A text has its broken part between `«` and `»`; without them it is the whole text. */
  readonly input: Input;
  readonly code: string;
  readonly suggestion?: string;
}

/** Makes a test of each row: that a grammar reads this value from the input, and that all parts are within the text. */
export function checkValues(
  name: ShorthandName,
  rows: readonly (readonly [Input, unknown])[],
): void {
  table(`${name} reads`, rows, ([input, value]) => {
    const result = parseShorthand(name, scalarOf(input));
    assert.ok(result.ok, `${show(input)}: ${result.ok ? '' : result.error.message}`);
    assert.deepEqual(result.value, value, show(input));
    for (const { start, end } of result.parts)
      assert.ok(start < end, `empty part in ${show(input)}`);
  });
}

/** Makes a test of each row for the parts of a text: kind and text of each, `['key', 'A']`. */
export function checkParts(
  name: ShorthandName,
  rows: readonly (readonly [string, readonly (readonly [kind: string, text: string])[]])[],
): void {
  table(`${name} has parts`, rows, ([text, expected]) => {
    const result = parseShorthand(name, scalarOf(text));
    const parts = result.ok ? result.parts : [];
    assert.deepEqual(
      parts.map(({ kind, start, end }) => [kind, text.slice(start, end)]),
      expected,
      text,
    );
  });
}

/** Makes a test of each row: that the input is rejected at the marked place, and that the suggestion repairs it. */
export function checkRefusals(name: ShorthandName, rows: readonly Refusal[]): void {
  table(`${name} rejects`, rows, ({ input, code, suggestion }) => {
    const { scalar, start, end } = marked(input);
    const result = parseShorthand(name, scalar);
    assert.ok(!result.ok, `${show(input)} is not refused`);
    const { error } = result;
    assert.equal(error.code, code, show(input));
    assert.equal(error.data?.['suggestion'], suggestion, show(input));
    assert.ok(error.message.split('\n').length <= 2, `${show(input)}: ${error.message}`);
    const text = scalar.type === 'str' ? scalar.value : '';
    const place = [error.start ?? 0, error.end ?? text.length];
    assert.deepEqual(place, [start ?? 0, end ?? text.length], show(input));
    if (suggestion === undefined) return;
    const repaired = text.slice(0, place[0]) + suggestion + text.slice(place[1]);
    const again = parseShorthand(
      name,
      scalar.type === 'str' ? scalarOf(repaired) : yaml(suggestion),
    );
    assert.ok(again.ok, `${repaired}: ${again.ok ? '' : again.error.message}`);
  });
}

function marked(input: Input): { scalar: ScalarValue; start?: number; end?: number } {
  if (typeof input !== 'string' || !input.includes('«')) return { scalar: scalarOf(input) };
  const text = input.replace(/[«»]/g, '');
  return { scalar: scalarOf(text), start: input.indexOf('«'), end: input.indexOf('»') - 1 };
}

function scalarOf(input: Input): ScalarValue {
  if (typeof input === 'string') return { type: 'str', value: input };
  const scalar = resolveScalar(input.plain, 'plain');
  assert.ok(scalar.type !== 'error', input.plain);
  return scalar;
}

/** What YAML reads from the suggestion for a scalar that is not text. */
function yaml(suggestion: string): ScalarValue {
  const [, quoted] = /^"(.*)"$/.exec(suggestion) ?? [];
  return scalarOf(quoted ?? { plain: suggestion });
}

function show(input: Input): string {
  return JSON.stringify(input).slice(0, 80);
}
