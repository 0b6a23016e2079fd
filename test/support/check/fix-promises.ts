import assert from 'node:assert/strict';
import { Analysis } from '../../../server/src/language/analysis';
import {
  applyEdits,
  candidatesFor,
  fixesFor,
  type Edit,
  type Fix,
} from '../../../server/src/language/fixes';
import { english } from '../../../server/src/language/l10n/text';
import { lossesOf } from '../../../server/src/language/fixes/safety/loss';
import { checkNothingLost } from './nothing-lost';
import type { Problem } from '../../../server/src/language/problem/problem';

/** Checks all fixes of all problems of a file; returns their number. */
export function checkFixes(analysis: Analysis): number {
  let count = 0;
  for (const problem of analysis.problems) {
    const fixes = fixesFor(analysis, problem);
    assert.ok(fixes.length <= 3);
    assert.ok(fixes.filter(({ preferred }) => preferred).length <= 1);
    const titles = new Set(fixes.map(({ title }) => title));
    assert.equal(
      titles.size,
      fixes.length,
      `alike: ${JSON.stringify(fixes)} in\n${analysis.source.text}`,
    );
    for (const fix of fixes) checkFix(analysis, problem, fix);
    count += fixes.length;
  }
  return count;
}

function checkFix(before: Analysis, problem: Problem, { title, edits, safe }: Fix): void {
  const { text, uri } = before.source;
  const after = new Analysis({ uri, text: applyEdits(text, edits) });
  const what = `${problem.code}, ${title}:\n${text}\n=>\n${after.source.text}`;
  assert.notEqual(after.source.text, text, what);
  checkTitle(title);
  checkEdits(edits, text, what);
  if (/^(?:[^\r\n]*\r\n)+[^\r\n]*$/.test(text))
    assert.doesNotMatch(after.source.text, /(?<!\r)\n/, what);
  const isKept = isBetter(before, after, problem) || hidWhatIsLeft(before, after, problem, title);
  assert.ok(isKept, what);
  if (safe) checkUnasked(before, after, what);
}

/** A fix that may be made without asking loses nothing, by our own measure and by that of the text alone. */
function checkUnasked(before: Analysis, after: Analysis, what: string): void {
  assert.deepEqual(lossesOf(before.tree, after.tree), [], what);
  checkNothingLost(before.source.text, after.source.text, what);
}

function checkTitle(title: string): void {
  const words = checkTitleShape(title);
  assert.match(words, /^[A-Z]/, title);
  assert.doesNotMatch(words, /\b(?:node|scalar|schema|mapping|sequence|regex|pair|indices)\b/i);
}

/** Checks what holds for titles in all languages: what they quote and how long they are. Gives what is not quoted. */
export function checkTitleShape(title: string): string {
  // What is quoted can have backticks as well.
  const isClear = /^(?:[^`]*`[^`]*`){0,2}[^`]*$/.test(title);
  const words = title.replace(isClear ? /`[^`]*`/g : /`.*`/, '');
  assert.ok(words.length <= 60, title);
  assert.ok(title.length <= 200, title);
  assert.doesNotMatch(words, /[.。]$/);
  return words;
}

function checkEdits(edits: readonly Edit[], text: string, what: string): void {
  let at = 0;
  for (const { span } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    assert.ok(at <= span.start && span.start <= span.end && span.end <= text.length, what);
    at = span.end;
  }
}

/**
 * A problem that a mistake has hidden may appear after the fix; otherwise there is one problem less and no new error.
 */
function isBetter(before: Analysis, after: Analysis, { code, severity }: Problem): boolean {
  const left = errorsOf(after);
  if (code === 'merge-conflict') return conflicts(after) < conflicts(before);
  if (before.tree.broken && !after.tree.broken) return true;
  if (before.tree.broken && isReadFurther(before, after)) return true;
  if (after.tree.broken && !before.tree.broken) return false;
  if (['missing-type', 'unknown-type', 'not-a-mapping'].includes(code)) return true;
  const count = severity === 'hint' ? all : weighty;
  const isFewer = count(after) < count(before);
  const wasThere = knownIn(before);
  const codes = before.problems.map((one) => one.code);
  // The remaining value can be wrong in the same way as the removed one.
  const isKnown = (error: Problem) =>
    wasThere(error, after) || (code === 'duplicate-key' && codes.includes(error.code));
  return isFewer && left.every(isKnown);
}

/**
 * Whether a problem was there before. A message can name something that a fix has changed, such as a group or the type,
 * while its data stay the same; at an alias it names what the alias stands for.
 */
function knownIn({ problems, source }: Analysis): (error: Problem, after: Analysis) => boolean {
  const messages = problems.map(messageOf);
  const facts = problems.map(factsOf);
  const places = problems.map((problem) => aliasOf(problem, source.text));
  return (error, after) =>
    messages.includes(messageOf(error)) ||
    (error.data !== undefined && facts.includes(factsOf(error))) ||
    places.includes(aliasOf(error, after.source.text) ?? '');
}

/** The alias that a problem is at: what it stands for can change while it is as wrong as before. */
function aliasOf({ code, span }: Problem, text: string): string | undefined {
  const source = text.slice(span.start, span.end);
  return source.startsWith('*') ? `${code} ${source}` : undefined;
}

/** The code and the data, but not the path of the mapping, which a new name of the property around it changes. */
function factsOf({ code, data: { mapping: _, ...facts } = {} }: Problem): string {
  return `${code} ${JSON.stringify(facts)}`;
}

/**
 * Whether the mistake had hidden what is wrong now. The fix itself says what it can reveal; its own tests say that this
 * is little enough.
 */
function hidWhatIsLeft(before: Analysis, after: Analysis, problem: Problem, title: string) {
  if (after.tree.broken || !isRarer(before, after, problem)) return false;
  const wasThere = knownIn(before);
  const sources = candidatesFor(before, problem).filter((one) => english(one.title) === title);
  return errorsOf(after).every(
    (error) => wasThere(error, after) || sources.some(({ reveals }) => reveals?.(error, after)),
  );
}

/** Whether there are fewer problems with the same message: other items of a list can have the same mistake. */
function isRarer(before: Analysis, after: Analysis, problem: Problem): boolean {
  const count = ({ problems }: Analysis) =>
    problems.filter((one) => messageOf(one) === messageOf(problem)).length;
  return count(after) < count(before);
}

/** Whether less of a text that is not valid YAML comes after its first error; a fix above it can add lines and spaces. */
function isReadFurther(before: Analysis, after: Analysis): boolean {
  const [old, now] = [unread(before), unread(after)];
  return now.length < old.length || now.split('\n').length < old.split('\n').length;
}

function unread(analysis: Analysis): string {
  return analysis.source.text.slice(errorsOf(analysis)[0]?.span.start ?? 0);
}

function messageOf({ code, message }: Problem): string {
  return `${code} ${message}`;
}

function errorsOf({ problems }: Analysis): readonly Problem[] {
  return problems.filter(({ severity }) => severity === 'error');
}

function conflicts({ problems }: Analysis): number {
  return problems.filter(({ code }) => code === 'merge-conflict').length;
}

function all({ problems }: Analysis): number {
  return problems.length;
}

function weighty({ problems }: Analysis): number {
  return problems.filter(({ severity }) => severity !== 'hint').length;
}
