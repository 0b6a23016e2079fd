import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import { Analysis } from '../../../../server/src/language/analysis';
import { completion } from '../../../../server/src/language/features/completion';
import { SCHEMAS } from '../../../../server/src/language/schema';
import { tagsOf } from '../../../../server/src/language/schema/variant';
import { momentsOf, type Moment } from '../../../../tools/bench/authoring/replay';
import { additions, countNulls } from '../../../support/check/tree-additions';
import { accept } from '../../../support/check/completion';
import { corpusSamples, fixtureSamples, uriOf } from '../../../support/oracle/corpus';
import { fillingAt } from '../../../support/generate/missing-values';

/** Every so many files of the corpus, more than a hundred. */
const STEP = 8;

/** What may be missing while a file is being written: the author goes on. */
const INCOMPLETE = [
  'missing-type',
  'missing-key',
  'fleet-kind',
  'nothing-to-run',
  'gateway-required',
  'range-without-scaling',
  'scaling-without-range',
  // A list that must have two items has one.
  'wrong-length',
];

/** What another property, which is there already, has to be changed for. The author may want just that. */
const TO_BE_SETTLED = [
  // A GPU that the default image does not know, before there is an `image`; Docker, while the CPU is an ARM.
  'image-required',
  'unsupported-property',
  // Groups, while the properties that belong into them still stand outside.
  'top-level-with-groups',
  'set-at-two-levels',
  'several-routers',
  'router-replicas',
  // A gateway with replicas, or a private one, before its certificate or its backend.
  'certificate',
  'gateway-backend',
  // An address for one host, before the others have one.
  'internal-ip',
];

/** What our filling may be and that of an author would not: too small, of another form, the same as another. */
const OF_FILLING = [
  'out-of-range',
  'range',
  'invalid-format',
  'duplicate-entry',
  'conflicting-properties',
];

/** What another value in the place of the author's own may bring. */
const OF_ANOTHER_VALUE = ['conflicting-properties', 'invalid-format'];

const KNOWN = [...INCOMPLETE, ...TO_BE_SETTLED];

const TYPES = tagsOf(SCHEMAS.configuration);

test('every item that is offered at every key and value of real files fits where it is offered', (context) => {
  const moments = samples()
    .flatMap(momentsOf)
    .filter(({ typed }) => typed === 0);
  const known = new Set<string>();
  const faults: string[] = [];
  let accepted = 0;
  for (const moment of moments) {
    const before = analysisOf(moment, moment.text);
    if (before.tree.broken) continue;
    const list = completion(before, { position: before.tree.lines.position(moment.offset) });
    for (const item of list?.items ?? []) {
      if (isNameOnly(item)) continue;
      // The same item in the same surroundings is accepted once.
      const surroundings = `${moment.text.slice(0, moment.offset)}\0${moment.text.slice(moment.offset)}`;
      const key = `${item.label}\0${item.labelDetails?.description ?? ''}\0${surroundings}`;
      if (known.has(key)) continue;
      known.add(key);
      accepted++;
      const fault = faultOf(moment, before, item);
      if (fault) faults.push(fault);
    }
  }
  assert.deepEqual(faults.slice(0, 8), [], `${String(faults.length)} of ${String(accepted)}`);
  assert.ok(accepted > 1000);
  context.diagnostic(`figure: ${String(accepted)} items accepted`);
});

function samples() {
  const chosen = (corpusSamples() ?? []).filter((_, index) => index % STEP === 0);
  return [...chosen, ...fixtureSamples('accepted')].filter(({ kind, text }) => {
    const { problems } = new Analysis({ uri: uriOf(kind), text });
    return problems.every(({ severity }) => severity !== 'error');
  });
}

function analysisOf({ sample }: Moment, text: string): Analysis {
  return new Analysis({ uri: uriOf(sample.kind), text });
}

/** What is wrong with a text in which the item was accepted and its hole filled. */
function faultOf(moment: Moment, before: Analysis, item: CompletionItem): string | undefined {
  const { text, offset } = moment;
  const marked = `${text.slice(0, offset)}$0${text.slice(offset)}`;
  const accepted = accept(marked, item);
  const hole = accepted.indexOf('$0');
  const open = analysisOf(moment, accepted.replace('$0', ''));
  const filling = needsFilling(accepted, hole, item) ? fillingAt(open, hole) : undefined;
  const filled = accepted.slice(0, hole) + (filling ?? '') + accepted.slice(hole + 2);
  const after = analysisOf(moment, filled);
  const tell = (what: string) =>
    `${what}: ${item.label} (${item.labelDetails?.description ?? ''}) in ${moment.sample.name}\n${shown(accepted, hole)}`;
  if (after.tree.broken) return tell('no YAML');
  if (additions(before.tree.root, after.tree.root) !== 1) return tell('more than an addition');
  if (countNulls(after.tree.root) > countNulls(before.tree.root)) return tell('a null');
  if (isWarned(item) || decidesOnType(item)) return undefined;
  const codes = before.problems.map(({ code }) => code);
  const fresh = after.problems.filter(
    ({ code, severity, data }) =>
      severity === 'error' &&
      !codes.includes(code) &&
      !KNOWN.includes(code) &&
      !(filling !== undefined && OF_FILLING.includes(code)) &&
      !(moment.kind === 'value' && OF_ANOTHER_VALUE.includes(code)) &&
      // What these exclude stands farther inside.
      !(['network', 'docker'].includes(keyOf(item)) && code === 'conflicting-properties') &&
      // A value that decides on what there can be besides makes others unknown or former, never itself.
      !(['unknown-key', 'removed-key'].includes(code) && data?.['key'] !== keyOf(item)),
  );
  return fresh.length > 0 ? tell(fresh.map(({ message }) => message).join(' ')) : undefined;
}

/** Whether the item says that it does not go together with what is set; it comes last. */
function isWarned({ labelDetails }: CompletionItem): boolean {
  return labelDetails?.description?.includes('not with ') === true;
}

/** Whether the item says that it is only a name here, which belongs in a mapping elsewhere; it comes last. */
function isNameOnly({ labelDetails }: CompletionItem): boolean {
  return labelDetails?.description?.startsWith('belongs in ') === true;
}

/** Whether the item makes another type of the file, in which other properties are known. */
function decidesOnType({ label }: CompletionItem): boolean {
  return /^type(?:$|: )/.test(label) || TYPES.includes(label);
}

function keyOf({ label }: CompletionItem): string {
  return label.replace(/:.*/, '');
}

/** Whether the author goes on at the cursor: a key without a value, a dash without an item, half a value. */
function needsFilling(accepted: string, hole: number, item: CompletionItem): boolean {
  return item.command !== undefined || /[:\-[{,]\s*$/.test(accepted.slice(0, hole));
}

function shown(accepted: string, hole: number): string {
  return accepted.slice(Math.max(0, hole - 150), hole + 60);
}
