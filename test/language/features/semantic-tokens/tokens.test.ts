import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SEMANTIC_TOKENS_LEGEND, semanticTokens } from '../../../../server/src/language';
import { analysisOf, textAt } from '../../../support/check/analysis';
import type { Range } from 'vscode-languageserver-types';

/** The tokens with their types; `!` marks a declaration. */
function tokensIn(text: string, range?: Range): string[] {
  const analysis = analysisOf(text);
  const { data } = semanticTokens(analysis, { range });
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers] = data.slice(i, i + 5);
    character = lines > 0 ? characters : character + characters;
    line += lines;
    const end = { line, character: character + length };
    const word = textAt(analysis, { start: { line, character }, end });
    found.push(`${word} ${SEMANTIC_TOKENS_LEGEND.tokenTypes[type]}${modifiers ? '!' : ''}`);
  }
  return found;
}

const TEXT = `type: task
resources:
  gpu: A100:80GB:2
env:
  - MODEL=x
commands:
  - serve $MODEL $HOME
`;

void test('parts of shorthand and names with a declaration have tokens', () => {
  assert.deepEqual(tokensIn(TEXT), [
    'A100 type',
    '80 number',
    'GB keyword',
    '2 number',
    'MODEL variable!',
    'MODEL variable',
  ]);
});

void test('a range gets only its own tokens', () => {
  const range = { start: { line: 6, character: 0 }, end: { line: 7, character: 0 } };
  assert.deepEqual(tokensIn(TEXT, range), ['MODEL variable']);
});
