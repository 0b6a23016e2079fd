import { problem, type Problem } from '../../../problem/problem';
import type { Span } from '../../../base/span';

/** A limit of the server's, which an environment variable of the server can raise. */
export interface ServerLimit {
  readonly variable: string;
  readonly limit: number;
}

/**
 * The warning that something is past a limit of the server's.
 *
 * @param rule what holds, as the beginning of the sentence: "A gateway has at most 9 replicas"
 * @param extra the text that would keep to the limit, and other places
 */
export function serverLimit(
  { variable, limit }: ServerLimit,
  at: Span,
  rule: string,
  { suggestion, related }: { suggestion?: string } & Pick<Problem, 'related'> = {},
): Problem {
  const message = `${rule}, unless the server is set up with a larger \`${variable}\`.`;
  return problem('server-limit', at, message, {
    severity: 'warning',
    data: { limit, ...(suggestion !== undefined && { suggestion }) },
    ...(related && { related }),
  });
}
