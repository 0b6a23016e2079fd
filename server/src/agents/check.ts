import { fixAll, type Analysis } from '../language';
import { fixesFor } from '../language/fixes';
import { comparedOf, emptyFile, findingsBetween, findingsOf } from '../cli/findings';

/** Problems that are listed; an agent repairs some and checks again. */
const MOST_PROBLEMS = 100;

/**
 * The verdict about a configuration, as `dstack-check check` gives it: whether dstack accepts it, the problems with their
 * fixes, and the text after the safe fixes, if they change it. What was not checked whole is not accepted.
 */
export function check(file: string, analysis: Analysis): object {
  let listed = 0;
  const fixesOf: typeof fixesFor = (from, problem) =>
    ++listed > MOST_PROBLEMS ? [] : fixesFor(from, problem);
  const own = emptyFile(file, analysis) ?? findingsOf(file, analysis, fixesOf);
  const { workspace } = analysis.environment;
  const others = workspace
    ? findingsBetween(comparedOf(file, analysis), workspace, (uri) => workspace.pathOf(uri))
    : [];
  const findings = [...own, ...others].sort((a, b) => a.line - b.line);
  const fixed = fixAll(analysis).analysis.source.text;
  return {
    dstackVersion: analysis.release.version,
    accepted: !findings.some(
      ({ severity, code }) => severity === 'error' || code === 'file-too-large',
    ),
    problems: findings.slice(0, MOST_PROBLEMS).map(({ excerpt: _, ...finding }) => ({
      ...finding,
      page: `dstack://problems/${finding.code}`,
    })),
    ...(findings.length > MOST_PROBLEMS ? { notListed: findings.length - MOST_PROBLEMS } : {}),
    ...(fixed === analysis.source.text ? {} : { fixedText: fixed }),
  };
}
