import type { Analysis } from '../analysis';
import type { ProblemCode } from '../problem/problem';
import { allowsType, type Schema } from '../schema/schema';
import type { Span } from '../base/span';
import { propertiesIn } from '../cursor/property-lookup';
import { slotAt } from '../cursor/slot-at';
import { couldBecomeValue, isBeginningOf } from './value';

/** A key or a value with the cursor in it or at its end. */
export interface Word {
  readonly isKey: boolean;
  readonly span: Span;
  /** What of it is before the cursor, without a quote. */
  readonly text: string;
  /** Whether it is a key that has its colon. */
  readonly isComplete: boolean;
  readonly schema: Schema | undefined;
  /** The names that a key could become. */
  readonly names: readonly string[];
}

/** Problems that stay whatever the value at the cursor becomes when it is written on. */
const FINAL: readonly ProblemCode[] = [
  'conflicting-properties',
  'duplicate-key',
  'gateway-backend',
  'internal-ip',
  'never-scheduled',
  'relative-working-dir',
  'router-replicas',
  'scaling-without-range',
  'scheduled-scale-to-zero',
  'server-limit',
  'set-at-two-levels',
  'several-documents',
  'several-routers',
  'tab-indentation',
  'top-level-with-groups',
  'unsupported-property',
  'workflow-mount',
];

/** The word at `offset`; undefined in comments, and where no word is possible. */
export function wordAt(analysis: Analysis, offset: number): Word | undefined {
  const { slot, schema } = slotAt(analysis, offset);
  if (slot.kind !== 'key' && slot.kind !== 'value') return undefined;
  const { span, prefix: text } = slot;
  if (slot.kind === 'value') {
    const isKey = slot.ownLine && schema !== undefined && couldBecomeKey(text, schema);
    return { isKey, span, text, isComplete: false, schema, names: [] };
  }
  const names = schema ? [...propertiesIn(schema, (name) => slot.scope.get(name)).keys()] : [];
  return { isKey: true, span, text, isComplete: slot.colon, schema, names };
}

/** Whether a problem of a word goes when the word is written to its end. */
export function isUnfinishedWord(word: Word, code: ProblemCode): boolean {
  const { isKey, isComplete, text, names, schema } = word;
  if (FINAL.includes(code)) return false;
  if (!isKey) return schema !== undefined && couldBecomeValue(text, schema);
  return isComplete ? isBeginningOf(text, names) : isName(text);
}

/** Whether a text can be a property without its colon. */
export function isName(text: string): boolean {
  return /^(?:[A-Za-z_][\w.-]*)?$/.test(text);
}

/** Whether a value can be the first key of a mapping, which may begin in its place. */
function couldBecomeKey(text: string, schema: Schema): boolean {
  if (!allowsType(schema, 'object') || !isName(text)) return false;
  const names = [...propertiesIn(schema, () => undefined).keys()];
  const isMappingOnly = schema.shorthand === undefined && !allowsType(schema, 'string');
  return isMappingOnly || names.some((name) => name.startsWith(text));
}
