import type { Problem, ProblemCode } from '../problem/problem';
import { isBefore } from '../release/version';

/** A mistake that releases before `until` accept, and silently read as something else. */
interface Tolerated {
  readonly code: ProblemCode;
  readonly until: string;
  /** Which problems of the code; without it all. */
  readonly matches?: (data: NonNullable<Problem['data']>) => boolean;
  /** What those releases make of it, as the end of "dstack 0.20.29 ...". */
  readonly reads: string;
}

/** dstack 0.21.0 went from pydantic 1 to pydantic 2, which converts less. */
const PYDANTIC_2 = '0.21.0';

const expects = (data: NonNullable<Problem['data']>, type: string) => {
  const { expected } = data;
  return Array.isArray(expected) && expected.includes(type);
};

const TOLERATED: readonly Tolerated[] = [
  {
    code: 'env-entry',
    until: PYDANTIC_2,
    matches: ({ kind }) => kind !== 'timestamp' && kind !== 'null',
    reads: 'accepts it as the name of a variable, or as what comes before `=`',
  },
  {
    code: 'port',
    until: PYDANTIC_2,
    matches: ({ kind }) => kind === 'float',
    reads: 'cuts it off to an integer',
  },
  {
    code: 'range',
    until: PYDANTIC_2,
    matches: ({ kind }) => kind === 'float',
    reads: 'cuts it off to an integer',
  },
  {
    code: 'cpu-shorthand',
    until: PYDANTIC_2,
    matches: ({ kind }) => kind === 'float',
    reads: 'cuts it off to an integer',
  },
  {
    code: 'unix-user',
    until: PYDANTIC_2,
    matches: ({ kind }) => kind === 'bool',
    reads: 'reads it as `True` or `False`',
  },
  {
    code: 'wrong-type',
    until: PYDANTIC_2,
    matches: (data) => expects(data, 'string') && data['given'] === 'bool',
    reads: 'reads it as `True` or `False`',
  },
  {
    code: 'wrong-type',
    until: PYDANTIC_2,
    matches: (data) => expects(data, 'integer') && data['given'] === 'float',
    reads: 'cuts it off to an integer',
  },
  {
    code: 'wrong-type',
    until: PYDANTIC_2,
    matches: (data) => expects(data, 'object') && data['empty'] === true,
    reads: 'reads it as an empty mapping',
  },
];

/** The problem as a warning, if the release accepts what it is about; else as it is. */
export function toleratedIn(release: string, found: Problem): Problem {
  const { code, data = {}, severity } = found;
  if (severity !== 'error') return found;
  const row = TOLERATED.find(
    (one) =>
      one.code === code &&
      isBefore(release, one.until) &&
      (one.matches === undefined || one.matches(data)),
  );
  if (!row) return found;
  const message = `${found.message} dstack ${release} ${row.reads}; ${row.until} rejects it.`;
  return { ...found, severity: 'warning', message, data: { ...data, rejectedSince: row.until } };
}
