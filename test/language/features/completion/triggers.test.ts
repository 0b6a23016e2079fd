import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SCHEMAS } from '../../../../server/src/language/schema';
import { blockTo } from '../../../support/generate/block-to-place';
import { checkCompletion, listIn } from '../../../support/check/completion';
import { placesOf } from '../../../support/generate/schema-places';

const typed = (marked: string, trigger: string) => listIn(marked, undefined, { trigger });

const CONFIGURATION_PLACES = placesOf(SCHEMAS.configuration);

for (const place of CONFIGURATION_PLACES) {
  const text = blockTo(place);
  const last = text.slice(-1);
  test(`Enter after the typed ${last} of ${place.type} ${place.path.join('.')} is a new line`, () => {
    assert.equal(typed(`${text}$0`, last), null);
  });
}

for (const [marked, wanted, accepted] of [
  ['type: service\nhttps:$0', 'auto', 'type: service\nhttps: auto$0'],
  ['type: task\nresources:\n  gpu:$0', '24GB', 'type: task\nresources:\n  gpu: 24GB$0'],
  ['type: task\nbackends:\n  -$0', 'aws', 'type: task\nbackends:\n  - aws$0'],
  ['type: task\nresources: {gpu:$0}', '24GB', 'type: task\nresources: {gpu: 24GB$0}'],
] as const) {
  test(`values are there for who asks for them at ${JSON.stringify(marked)}`, () => {
    checkCompletion(marked, wanted, accepted);
  });
}

for (const [marked, character] of [
  ['type: service\nhttps: $0', ' '],
  ['type: task\nbackends:\n  - $0', ' '],
  ['type: task\nresources:\n  gpu: H100:$0', ':'],
  ['type: task\nports:\n  - 8080:$0', ':'],
  ['type: task\nvolumes:\n  - data:$0', ':'],
  ['type: task\nresources:\n  memory: 8..$0', '.'],
] as const) {
  test(`values come after ${JSON.stringify(marked)}`, () => {
    assert.ok((typed(marked, character)?.items.length ?? 0) > 0);
  });
}
