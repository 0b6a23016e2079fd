import { after, test } from 'node:test';
import { CASES } from '../../../tools/fuzz/cases';
import { TARGETS } from '../../../tools/fuzz/targets';
import { endServer } from '../../../tools/fuzz/targets/edits';

after(endServer);

for (const [what, text] of Object.entries(CASES)) {
  test(`a case that was found: ${what}`, async () => {
    for (const { run } of Object.values(TARGETS)) await run(text);
  });
}
