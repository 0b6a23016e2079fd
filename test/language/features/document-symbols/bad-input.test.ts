import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as language from '../../../../server/src/language';
import { fixtureSamples } from '../../../support/oracle/corpus';
import { KEEP } from '../../../support/check/format';
import { analysisOf } from '../../../support/check/analysis';
import { workspaceOf } from '../../../support/check/workspace';
import { within } from '../../../support/check/within';

void test('requests about structure never throw on texts that are cut off, nor without a folder', () => {
  let asked = 0;
  for (const { text } of [...fixtureSamples('accepted'), ...fixtureSamples('refused')]) {
    for (let length = 0; length <= text.length; length += 13) {
      const analysis = analysisOf(text.slice(0, length), 'untitled:Untitled-1');
      const position = analysis.tree.lines.position(length);
      const range = { start: { line: 0, character: 0 }, end: position };
      language.documentSymbols(analysis);
      language.foldingRanges(analysis);
      language.selectionRanges(analysis, { positions: [position] });
      language.documentHighlights(analysis, { position });
      language.linkedEditing(analysis, { position });
      language.documentLinks(within(analysis, { workspace: workspaceOf() }));
      language.semanticTokens(analysis, { range });
      language.inlayHints(
        within(analysis, { settings: { inlayHints: { meanings: true, defaults: true } } }),
        { range },
      );
      language.codeLenses(within(analysis, { workspace: workspaceOf() }));
      language.definition(within(analysis, { workspace: workspaceOf() }), { position });
      language.references(within(analysis, { workspace: workspaceOf() }), {
        position,
        context: { includeDeclaration: true },
      });
      language.rename(within(analysis, { workspace: workspaceOf() }), {
        position,
        newName: 'other',
      });
      language.diagnostics(within(analysis, { workspace: workspaceOf() }));
      language.formatOnType(within(analysis, { settings: { format: KEEP } }), { position });
      asked++;
    }
  }
  assert.ok(asked > 1000, String(asked));
});
