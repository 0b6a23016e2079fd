import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import * as language from '../../../server/src/language';
import type { Analysis } from '../../../server/src/language';
import { analysisOf } from '../../support/check/analysis';
import { hoverText } from '../../support/check/hover';
import {
  keySites,
  LINE_EDITS,
  withLineEdited,
  type Unfinished,
} from '../../support/generate/line-edits';

const TEXT = `type: service
name: chat
port: 8000
image: 'vllm/vllm-openai'
env:
  - MODEL=Qwen/Qwen3-32B
  - TOKEN
commands:
  - vllm serve $MODEL
  - |
    echo done
    echo $TOKEN
resources:
  gpu: A100:80GB:2
  memory: 64GB..
probes:
  - type: http
    url: /health
    interval: 15s
  - type: http
    url: /ready
volumes:
  - name: cache
    path: /cache
`;

/** The lines that are edited: properties of the file, of a mapping and of items; one has a block below it. */
const EDITED = [2, 3, 12, 14, 17, 23];

interface Row {
  readonly name: string;
  readonly before: Analysis;
  readonly after: Analysis;
  readonly lineOf: Unfinished['lineOf'];
}

/** The text with each edit on each of the lines, as far as PyYAML then refuses it. */
function rows(): readonly Row[] {
  const before = analysisOf(TEXT);
  return Object.entries(LINE_EDITS).flatMap(([name, edit]) =>
    EDITED.flatMap((line) => {
      const unfinished = withLineEdited(TEXT, line, edit);
      const after = unfinished && analysisOf(unfinished.text);
      const { name: own } = keySites(TEXT).find((site) => site.line === line) ?? { name: '' };
      // Without its name a block is another one.
      const isLost = line === 12 && unfinished?.changed.includes(own) === false;
      if (!unfinished || !after?.tree.broken || isLost) return [];
      return [{ name: `${name}, line ${String(line + 1)}`, before, after, ...unfinished }];
    }),
  );
}

const ROWS = rows();

test('there are files with each kind of edit', () => {
  const missing = Object.keys(LINE_EDITS).filter(
    (kind) => !ROWS.some(({ name }) => name.startsWith(kind)),
  );
  assert.deepEqual(missing, []);
});

/** Checks for each edit that on other lines a feature says what it said before. */
function check(what: string, ask: (analysis: Analysis, line: number) => unknown): void {
  for (const { name, before, after, lineOf } of ROWS) {
    test(`${what} on other lines: ${name}`, () => {
      for (const [line, content] of TEXT.split('\n').entries()) {
        const moved = lineOf(line);
        if (moved !== undefined) assert.deepEqual(ask(after, moved), ask(before, line), content);
      }
    });
  }
}

check('hover', (analysis, line) => {
  const { text, lines } = analysis.tree;
  const words = text.slice(lines.start(line), lines.end(line)).matchAll(/[\w$/]+/g);
  return [...words].map(({ index }) =>
    // Where something else is may have moved.
    hoverText(language.hover(analysis, { position: { line, character: index + 1 } })).replace(
      /line \d+/g,
      'line N',
    ),
  );
});

check('semantic tokens', (analysis, line) => {
  const { data } = language.semanticTokens(analysis);
  const tokens: number[][] = [];
  let at = 0;
  let character = 0;
  for (let index = 0; index < data.length; index += 5) {
    const [down = 0, right = 0, ...rest] = data.slice(index, index + 5);
    at += down;
    character = down === 0 ? character + right : right;
    if (at === line) tokens.push([character, ...rest]);
  }
  return tokens;
});

check('document symbols', (analysis, line) =>
  symbolsIn(language.documentSymbols(analysis))
    .filter(({ selectionRange: { start } }) => start.line === line)
    .map(({ name, kind, detail }) => [name, kind, detail]),
);

function symbolsIn(symbols: readonly DocumentSymbol[]): readonly DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...symbolsIn(symbol.children ?? [])]);
}

for (const { name, before, after, lineOf } of ROWS) {
  test(`what does not hold the edited line folds as before: ${name}`, () => {
    const folds = language.foldingRanges(after).map((fold) => [fold.startLine, fold.endLine]);
    for (const { startLine, endLine } of language.foldingRanges(before)) {
      const edited = EDITED.find((line) => lineOf(line) === undefined) ?? -1;
      // The edit may add a line at the end of a fold.
      if (startLine <= edited && edited <= endLine + 1) continue;
      const expected = [lineOf(startLine), lineOf(endLine)];
      assert.ok(
        folds.some((fold) => fold.join() === expected.join()),
        `${expected.join()} of ${JSON.stringify(folds)}`,
      );
    }
  });

  test(`references of a variable lead to its uses: ${name}`, () => {
    for (const [declared, used, character] of [
      [5, 8, 16],
      [6, 11, 10],
    ] as const) {
      const line = lineOf(declared) ?? 0;
      const found = language.references(after, {
        position: { line, character: 5 },
        context: { includeDeclaration: true },
      });
      const starts = found.map(({ range: { start } }) => [start.line, start.character]);
      assert.deepEqual(starts, [
        [line, 4],
        [lineOf(used), character],
      ]);
    }
  });
}
