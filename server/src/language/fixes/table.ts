import { joinHalves } from './half-character';
import type { ProblemCode } from '../problem/problem';
import { byFacts, removeProperty, toLimit } from './by-facts';
import { quoteCommand } from './command-is-mapping';
import { removeGroups, removeTopLevel } from './conflict';
import { removeEntry } from './duplicate-entry';
import { removeRepeated } from './duplicate-key';
import { fixEmptyValue } from './empty-value';
import { withoutCertificate } from './gateway';
import { mendList } from './list-below';
import type { Maker, NoFix } from './maker';
import { acceptOneSide } from './merge-conflict';
import { fixMissingKey } from './missing-key';
import { fixMissingType } from './missing-type';
import { migrate } from './removed-key';
import { listPorts, withoutLastDigit } from './port';
import { moveIntoGroups } from './move-into-groups';
import { repoInFull } from './repo-shorthand';
import {
  asText,
  closeRange,
  closeShellQuote,
  fixUnknownAlias,
  fromOne,
  inQuotes,
  lastIndex,
  lowerCase,
  removeTag,
} from './scalar';
import { splitContinued } from './split-continued';
import { applySuggestion, toSimilarName } from './suggestion';
import { removeSuppression } from './suppression';
import { fixUnknownKey } from './unknown-key';
import { fixUnknownValue } from './unknown-value';
import { reshape } from './wrong-type';
import { expandTabs, mendSyntax } from './yaml-syntax';

const all =
  (...makers: readonly Maker[]): Maker =>
  (context) =>
    makers.flatMap((make) => make(context));

/** For the short forms: what the grammar suggests. */
const suggest = all(splitContinued, applySuggestion, asText);

/** The right range of replicas shows that it needs scaling. */
const rangeInOrder: Maker = (context) =>
  suggest(context).map((one) => ({
    ...one,
    reveals: ({ code }) => code === 'range-without-scaling',
  }));

const onlyTheAuthor = (what: string): NoFix => ({ none: `Only the author knows ${what}.` });

/** What can be done about each problem, or why nothing that we could do would be right. */
export const FIXES: Readonly<Record<ProblemCode, Maker | NoFix>> = {
  // YAML
  'yaml-syntax': mendSyntax,
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
  'not-a-mapping': mendList,
  'missing-type': fixMissingType,
  'unknown-type': all(reshape, fixUnknownValue),
  'unknown-key': fixUnknownKey,
  'removed-key': migrate,
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
  'conflicting-properties': byFacts,
  'unsupported-property': all(byFacts, removeProperty),
  'nothing-to-run': byFacts,
  'top-level-with-groups': all(moveIntoGroups, removeTopLevel, removeGroups),
  'set-at-two-levels': byFacts,
  'duplicate-entry': removeEntry,
  'unbounded-replicas': closeRange,
  'range-without-scaling': byFacts,
  'scaling-without-range': byFacts,
  'several-routers': byFacts,
  'router-replicas': byFacts,
  // Planning
  'relative-working-dir': byFacts,
  'workflow-mount': onlyTheAuthor('where else the volume can be mounted'),
  expression: suggest,
  'unknown-reference': suggest,
  'group-reference': all(suggest, lastIndex),
  'image-required': byFacts,
  entrypoint: all(closeShellQuote, byFacts),
  'repo-url': suggest,
  'never-scheduled': onlyTheAuthor('which day is meant'),
  'scheduled-scale-to-zero': fromOne,
  'gateway-required': byFacts,
  'server-limit': byFacts,
  'fleet-kind': byFacts,
  'internal-ip': byFacts,
  'gateway-backend': all(byFacts, fixUnknownValue),
  certificate: all(byFacts, withoutCertificate),
  // Between files
  'duplicate-name': onlyTheAuthor('which of the two should have another name'),
  'undefined-reference': toSimilarName,
};
