import type { ProblemCode } from '../problem/problem';
import type { FixProvider, NoFix } from './fix-provider';
import { fromProblemData, removeProperty } from './from-problem-data';
import { removeGroups, removeTopLevel, withoutCertificate } from './keys/conflict';
import { fixDeprecatedKey } from './keys/deprecated-key';
import { removeRepeated } from './keys/duplicate-key';
import { fixMissingKey } from './keys/missing-key';
import { fixMissingType } from './keys/missing-type';
import { moveIntoGroups } from './keys/move-into-groups';
import { toOlderForm } from './keys/older-form';
import { migrate } from './keys/removed-key';
import { fixUnknownKey } from './keys/unknown-key';
import { applySuggestion, toSimilarName } from './suggestion';
import { removeSuppression } from './suppression';
import { quoteCommand } from './values/command-is-mapping';
import { removeEntry } from './values/duplicate-entry';
import { fixEmptyValue } from './values/empty-value';
import { hostProperties } from './values/host-address';
import { asText, closeShellQuote, inQuotes } from './values/quotes';
import { closeRange, fromOne, joinHalves, lastIndex, lowerCase, toLimit } from './values/scalar';
import { listPorts, repoInFull, withoutLastDigit } from './values/short-forms';
import { splitContinued } from './values/split-continued';
import { unfold } from './values/folded-lines';
import { fixUnknownValue } from './values/unknown-value';
import { reshape } from './values/wrong-type';
import { indentList } from './yaml/list-below';
import { acceptOneSide } from './yaml/merge-conflict';
import { fixUnknownAlias, removeTag } from './yaml/tags-and-aliases';
import { expandTabs, fixSyntax } from './yaml/yaml-syntax';

const all =
  (...providers: readonly FixProvider[]): FixProvider =>
  (context) =>
    providers.flatMap((provide) => provide(context));

/** For shorthands: the suggestion of the grammar. */
const suggest = all(splitContinued, applySuggestion, asText);

/** A right range of replicas reveals that it needs scaling. */
const rangeInOrder: FixProvider = (context) =>
  suggest(context).map((one) => ({
    ...one,
    reveals: ({ code }) => code === 'range-without-scaling',
  }));

/** The same fixes for the author to choose from, where they change who can reach what. */
const asChoices =
  (provide: FixProvider): FixProvider =>
  (context) =>
    provide(context).map((one) => ({ ...one, preferred: false }));

const onlyTheAuthor = (what: string): NoFix => ({ none: `Only the author knows ${what}.` });

/**
 * What can be done about a problem, or why no automatic fix is right. For a code that is not here, the data of the
 * problem says what to write, to add or to remove.
 */
export const FIXES: Readonly<Partial<Record<ProblemCode, FixProvider | NoFix>>> = {
  // YAML
  'yaml-syntax': fixSyntax,
  'merge-conflict': acceptOneSide,
  'tab-indentation': expandTabs,
  'several-documents': {
    none: 'A file of its own for each is no edit of this one: features/document-actions.ts.',
  },
  'unknown-alias': fixUnknownAlias,
  'yaml-tag': removeTag,
  'invalid-scalar': inQuotes,
  'half-character': joinHalves,
  'duplicate-key': removeRepeated,
  'unhashable-key': onlyTheAuthor('which text the key should be'),
  'not-utf-8': { none: 'The text is right; the program that has saved it decides how.' },
  'file-too-large': { none: 'Nothing is wrong with the file as far as we know.' },
  'unused-suppression': removeSuppression,
  // Structure
  'not-a-mapping': indentList,
  'missing-type': fixMissingType,
  'unknown-type': all(reshape, fixUnknownValue),
  'unknown-key': fixUnknownKey,
  'removed-key': migrate,
  'deprecated-key': fixDeprecatedKey,
  'needs-newer-dstack': toOlderForm,
  'missing-key': fixMissingKey,
  'wrong-type': reshape,
  'empty-value': fixEmptyValue,
  'unknown-value': fixUnknownValue,
  'out-of-range': all(applySuggestion, toLimit),
  'wrong-length': onlyTheAuthor('what to add or to leave out'),
  'invalid-format': all(applySuggestion, lowerCase),
  'command-is-mapping': quoteCommand,
  'read-as-number': inQuotes,
  'swallowed-item': splitContinued,
  'folded-lines': unfold,
  // Shorthands
  'cpu-shorthand': suggest,
  'gpu-shorthand': suggest,
  'memory-size': suggest,
  range: rangeInOrder,
  'compute-capability': suggest,
  cron: suggest,
  duration: suggest,
  port: all(splitContinued, listPorts, suggest, withoutLastDigit),
  'private-address': suggest,
  'probe-url': suggest,
  'python-version': suggest,
  'resource-name': suggest,
  shell: suggest,
  'tag-value': all(suggest, inQuotes),
  'unix-user': suggest,
  'blank-text': removeProperty,
  'entity-reference': suggest,
  'env-entry': suggest,
  'file-mapping': suggest,
  'mount-point': suggest,
  'random-dataset': removeProperty,
  'repo-shorthand': all(suggest, repoInFull),
  // Rules
  'unsupported-property': all(fromProblemData, removeProperty),
  'top-level-with-groups': all(moveIntoGroups, removeTopLevel, removeGroups),
  'duplicate-entry': removeEntry,
  'unbounded-replicas': closeRange,
  // Planning
  'workflow-mount': onlyTheAuthor('where else the volume can be mounted'),
  expression: suggest,
  'unknown-reference': suggest,
  'group-reference': all(suggest, lastIndex),
  entrypoint: all(closeShellQuote, fromProblemData),
  'repo-url': suggest,
  'never-scheduled': onlyTheAuthor('which day is meant'),
  'scheduled-scale-to-zero': fromOne,
  'gateway-backend': asChoices(all(fromProblemData, fixUnknownValue)),
  certificate: asChoices(all(fromProblemData, withoutCertificate)),
  // Advice
  'unknown-gpu': toSimilarName,
  'gpu-count': toSimilarName,
  'image-name': toSimilarName,
  'host-address': hostProperties,
  'unknown-region': toSimilarName,
  // Between files
  'duplicate-name': onlyTheAuthor('which of the two should have another name'),
  'undefined-reference': toSimilarName,
  'missing-file': toSimilarName,
  'default-profile': onlyTheAuthor('whether the service or the profile is to change'),
};

/** The decision about a problem code. */
export function decisionAbout(code: ProblemCode): FixProvider | NoFix {
  return FIXES[code] ?? fromProblemData;
}
