import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  parseShorthand,
  SHORTHAND_NAMES,
  type ShorthandName,
} from '../../server/src/language/shorthand';
import type { ScalarValue } from '../../server/src/language/yaml/scalar';
import { askPython, pythonForOracle } from '../support/oracle/python';
import { scalarsFor } from '../support/generate/shorthand-scalars';
import { typedScalar } from '../support/oracle/typed-value';

/** What dstack's model makes of a scalar; see shorthand_oracle.py. */
type Answer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

interface Question {
  readonly grammar: ShorthandName;
  readonly scalar: ScalarValue;
}

const python = pythonForOracle();
const skip = python === undefined && 'there is no Python with dstack; `npm test` installs one';
const QUESTIONS: readonly Question[] = SHORTHAND_NAMES.flatMap((grammar) =>
  scalarsFor(grammar).map((scalar) => ({ grammar, scalar })),
);

void describe('each grammar takes what dstack takes, and makes the same of it', { skip }, () => {
  let answers: readonly Answer[] = [];

  before(async () => {
    assert.ok(python !== undefined);
    const asked = QUESTIONS.map(({ grammar, scalar }) => ({
      grammar,
      scalar: typedScalar(scalar),
    }));
    answers = await askPython<Answer>(python, 'shorthand_oracle.py', asked);
  });

  for (const grammar of SHORTHAND_NAMES) {
    void test(grammar, () => {
      const differences = QUESTIONS.flatMap((question, index) =>
        question.grammar === grammar ? (difference(question, answers[index]) ?? []) : [],
      );
      assert.deepEqual(differences.slice(0, 20), [], `${differences.length} differences`);
      const accepted = QUESTIONS.filter((q, i) => q.grammar === grammar && answers[i]?.ok).length;
      const all = QUESTIONS.filter((question) => question.grammar === grammar).length;
      assert.ok(all >= 300, `only ${all} scalars were tried`);
      assert.ok(accepted >= 3 && all - accepted >= 3, `${accepted} of ${all} are good`);
    });
  }
});

function difference({ grammar, scalar }: Question, answer: Answer | undefined): string | undefined {
  const ours = parseShorthand(grammar, scalar);
  const mine = ours.ok ? `good: ${canonical(ours.value)}` : 'refused';
  const theirs = answer?.ok ? `good: ${canonical(answer.value)}` : 'refused';
  if (mine === theirs) return undefined;
  const reason = ours.ok
    ? answer?.ok
      ? ''
      : ` (${answer?.error})`
    : ` (ours: ${ours.error.message})`;
  return `${JSON.stringify(typedScalar(scalar))}: ours ${mine}, dstack ${theirs}${reason}`;
}

/** One text for equal values, with the numbers as their bits. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'number') return { number: typedScalar({ type: 'float', value: part })[1] };
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
