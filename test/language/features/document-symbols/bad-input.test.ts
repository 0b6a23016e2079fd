import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as language from '../../../../server/src/language';
import { fixtureSamples } from '../../../support/oracle/corpus';
import { KEEP } from '../../../support/check/format';
import { analysisOf } from '../../../support/check/analysis';
import { workspaceOf } from '../../../support/check/workspace';

void test('what is asked about structure never throws on texts that are cut off, nor without a folder', () => {
  let asked = 0;
  for (const { text } of [...fixtureSamples('accepted'), ...fixtureSamples('refused')]) {
    for (let length = 0; length <= text.length; length += 13) {
      const analysis = analysisOf(text.slice(0, length), 'untitled:Untitled-1');
      const position = analysis.tree.lines.position(length);
      const range = { start: { line: 0, character: 0 }, end: position };
      language.documentSymbols(analysis);
      language.foldingRanges(analysis);
      language.selectionRanges(analysis, [position]);
      language.documentHighlights(analysis, position);
      language.linkedEditing(analysis, position);
      language.documentLinks(analysis, workspaceOf());
      language.semanticTokens(analysis, range);
      language.inlayHints(analysis, range, { meanings: true, defaults: true });
      language.codeLenses(analysis, workspaceOf());
      language.definition(analysis, position, workspaceOf());
      language.references(analysis, position, true, workspaceOf());
      language.rename(analysis, position, 'other', workspaceOf());
      language.diagnostics(analysis, undefined, workspaceOf());
      language.formatOnType(analysis, position, KEEP);
      asked++;
    }
  }
  assert.ok(asked > 1000, String(asked));
});
