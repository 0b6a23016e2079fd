import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import { Analysis } from '../../../../server/src/language/analysis';
import { isName } from '../../../../server/src/language/features/completion/complete';
import { SCHEMAS } from '../../../../server/src/language/schema';
import type { Schema } from '../../../../server/src/language/schema/schema';
import { momentsOf } from '../../../../tools/bench/authoring/replay';
import { blockTo } from '../../../support/generate/block-to-place';
import { listIn } from '../../../support/check/completion';
import { corpusSamples, fixtureSamples, uriOf } from '../../../support/oracle/corpus';
import { placesOf } from '../../../support/generate/schema-places';
import { yaml } from '../../../support/yaml';

const URI = 'file:///.dstack.yml';

/** What pydantic reads as a boolean, and nobody writes. */
const LETTERS = new Set(['t', 'f', 'y', 'n']);

/** Without these nothing is known of the mapping around. */
const TAGS = new Set(['backend', 'format']);

/**
 * An editor narrows a list that is not incomplete by itself. So each text that dstack accepts and an item begins with must
 * be an item of it: else Enter would write the item where the text was meant.
 */
function texts(before: string, after: string, uri = URI): string[] {
  const list = listIn(`${before}$0${after}`, uri);
  if (!list || list.isIncomplete) return [];
  const labels = list.items.map(({ label }) => label);
  const known = new Set(labels);
  const prefixes = labels.flatMap((label) =>
    Array.from({ length: label.length - 1 }, (_, length) => label.slice(0, length + 1)),
  );
  return [...new Set(prefixes)].filter(
    (prefix) =>
      !known.has(prefix) && !LETTERS.has(prefix) && isAccepted(before, prefix, after, uri),
  );
}

function isAccepted(before: string, value: string, after: string, uri: string): boolean {
  const { problems, tree } = new Analysis({ uri, text: before + value + after });
  const [start, end] = [before.length, before.length + value.length];
  return (
    !tree.broken &&
    problems.every(
      ({ severity, span, code, data }) =>
        severity !== 'error' ||
        (code === 'missing-key' && !TAGS.has(String(data?.['key']))) ||
        (code !== 'missing-key' && (span.end <= start || span.start >= end)),
    )
  );
}

/** Where the beginning of a known name is no name: it is completed. */
const isOfNames = (schema: Schema) => isName(schema) || schema.shorthand === 'gpu';

for (const place of placesOf(SCHEMAS.configuration)) {
  if (isOfNames(place.schema) || (place.schema.items && isOfNames(place.schema.items))) continue;
  test(`the list at ${place.type} ${place.path.join('.')} can be narrowed`, () => {
    assert.deepEqual(texts(`${blockTo(place)} `, ''), []);
  });
}

/** Every so many files of the corpus. */
const STEP = 40;

test('the lists at the values of real files can be narrowed', () => {
  const chosen = (corpusSamples() ?? []).filter((_, index) => index % STEP === 0);
  const moments = [...chosen, ...fixtureSamples('accepted')]
    .flatMap(momentsOf)
    .filter(({ kind, typed }) => kind === 'value' && typed === 0);
  for (const { sample, text, offset } of moments) {
    const found = texts(text.slice(0, offset), text.slice(offset), uriOf(sample.kind));
    assert.deepEqual(found, [], `${sample.name}\n${text.slice(0, offset)}`);
  }
  assert.ok(moments.length > 20);
});

/** Lists that the editor has to ask for again, since what is offered depends on what is typed; why they may stay until then. */
for (const [marked, stays, trigger] of [
  ['type: task\nresources:\n  memory: $0', false],
  ['type: task\nresources:\n  gpu: H100:$0', false],
  ['type: task\nports:\n  - 8080:$0', false],
  ['type: task\nimage: $0', false],
  ['type: task\nresources:\n  memory: 24GB$0', 'the typed text is selected'],
  [
    yaml`
      type: task
      backends: [aws]
      resources:
        disk: 1$0`,
    'the typed text is selected',
  ],
  ['type: task\nimage: ghcr$0', 'the typed text is selected'],
  ['type: task\nmax_duration: 3$0', 'the typed text is selected'],
  ['type: task\nenv:\n  - WANDB$0', 'the typed text is selected'],
  ['type: task\nresources:\n  memory: $0', 'nothing is selected', ' '],
  ['type: task\nimage: $0', 'nothing is selected', ' '],
  ['type: task\nresources:\n  gpu: H100:$0', 'nothing is selected', ':'],
] as const) {
  const after = trigger === undefined ? '' : ` after ${JSON.stringify(trigger)}`;
  test(`nothing of a list fits the next key where the editor keeps an old one: ${JSON.stringify(marked)}${after}`, () => {
    const kept = listIn(marked, URI, { keepsOldList: true, trigger });
    const asked = listIn(marked, URI, { trigger });
    assert.ok(kept && asked);
    assert.deepEqual([kept.isIncomplete, asked.isIncomplete], [stays !== false, true]);
    const typed = /\S*(?=\$0)/.exec(marked)?.[0] ?? '';
    const fits = stays !== false && typed !== '' ? typed : `${typed}\n`;
    assert.ok(kept.items.length > 0);
    for (const { label, filterText } of kept.items) assert.equal(filterText, fits, label);
    const [first] = kept.items;
    if (stays === 'the typed text is selected')
      assert.deepEqual([first?.label, first?.preselect], [typed, true]);
  });
}

/** Lists with something selected, which the editor may narrow up to the next complete text; what an item is compared with. */
for (const [marked, label, filter] of [
  ['type: task\nvolumes:\n  - /ch$0', '/checkpoints:/checkpoints', '/checkpoints\n'],
  ['type: task\nresources:\n  gpu: A$0', 'A100:40GB', 'A100\n'],
  ['type: task\nresources:\n  gpu: A$0', 'A100', 'A100'],
  // At a `:` or `.` the editor asks again, and would keep an offer selected that was an edit before it.
  ['type: task\npython: 3$0', '3.11', '3\n'],
  ['type: task\nmax_price: 0$0', '0.25', '0\n'],
  ['type: task\nresources:\n  gpu: M$0', 'MI300X:8', 'MI300X\n'],
  ['type: task\nresources:\n  gpu: A$0', 'amd', 'a\n'],
] as const) {
  test(`${label} fits up to the next complete text where the editor keeps an old list: ${JSON.stringify(marked)}`, () => {
    const kept = listIn(marked, URI, { keepsOldList: true });
    assert.equal(kept?.isIncomplete, false);
    const wanted = kept.items.find((item) => item.label === label);
    assert.equal(wanted?.filterText ?? wanted?.label, filter);
    const typed = /\S*(?=\$0)/.exec(marked)?.[0] ?? '';
    const before = marked.slice(0, marked.indexOf('$0') - typed.length);
    const fitting = kept.items.map((item) => filterOf(item).trimEnd());
    for (const filterText of fitting) {
      if (!filterText.startsWith(typed)) continue;
      for (let length = typed.length + 1; length <= filterText.length; length++) {
        const text = filterText.slice(0, length);
        if (!isFinished(before, text)) continue;
        const isOffered = kept.items.some((own) => own.label === text && filterOf(own) === text);
        assert.ok(isOffered, `${filterText} fits ${text}`);
      }
    }
  });
}

/** What an editor compares with the typed text. */
function filterOf({ filterText, label }: CompletionItem): string {
  return filterText ?? label;
}

/** Whether Enter after a text must leave it alone: dstack accepts it, and it is no beginning of the name of a GPU. */
function isFinished(before: string, text: string): boolean {
  const isNameBegun = before.endsWith('gpu: ') && /^[a-z][^:]*$/i.test(text);
  return !isNameBegun && isAccepted(before, text, '', URI);
}

for (const [marked, labels] of [
  ['type: task\nenv:\n  - WANDB$0=abc', ['WANDB_API_KEY']],
  ['type: task\nenv:\n  - wand$0=abc', ['WANDB_API_KEY']],
  ['type: task\nenv:\n  - HF$0=abc', ['HF_TOKEN', 'HF_HUB_ENABLE_HF_TRANSFER']],
  ['type: task\nenv:\n  - P$0=abc', ['PYTHONUNBUFFERED']],
  ['type: task\nenv:\n  - NCCL$0=INFO', ['NCCL_DEBUG']],
] as const) {
  test(`only what fits is offered where the editor keeps an old list: ${JSON.stringify(marked)}`, () => {
    const kept = listIn(marked, URI, { keepsOldList: true });
    assert.deepEqual(
      kept?.items.map(({ label }) => label),
      labels,
    );
  });
}
