import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { hashOfText } from '../../server/src/disk/hash';
import { changed, INSERTED } from '../../tools/fuzz/changes';
import { Random } from '../support/generate/random';
import type { Place } from '../support/server/requests';
import { NOT_BUILT } from '../support/server/server-process';
import { Twins } from '../support/server/twins';
import { yaml } from '../support/yaml';

const options = { skip: NOT_BUILT };

const URI = 'file:///w/.dstack.yml';

const TEXT = yaml`
  type: task # é漢😀
  env: {É: "漢😀", NAME: &a é, B: *a}
  commands: ["漢😀 $NAME é", ls]
  resources: {"gpu": A100:80GB:2, memory: 24GB..} # 漢
`;

const EDITS = 500;

/** More changes than are applied one after the other. */
const MANY = 120;

const TYPED = [...INSERTED, 'é', '漢', '漢😀é', 'e\u0301', '\u2028', '{é: ', '"漢", '];

const document = ({ uri }: Place) => ({ textDocument: { uri } });
const at = ({ uri, position }: Place) => ({ textDocument: { uri }, position });

let twins: Twins;

before(async () => {
  if (!NOT_BUILT) twins = await Twins.start({ textDocument: { diagnostic: {} } });
});

after(async () => {
  if (!NOT_BUILT) await twins.stop();
});

test(`after each of ${String(EDITS)} edits both have the text of the client`, options, async () => {
  const random = new Random(8);
  let text = TEXT;
  twins.openIn(URI, text);
  for (let edits = 0, step = 0; edits < EDITS; step++) {
    const count = step === 20 ? MANY : 1 + random.below(3);
    text = twins.change(URI, changesOf(text, random, count));
    edits += count;
    const place = placeIn(text, random);
    // The id of the answer begins with a hash of the text.
    for (const { result } of await twins.ask('textDocument/diagnostic', document, place))
      assert.equal((result as { resultId: string }).resultId.split('@')[0], hashOfText(text));
    for (const method of ['diagnostic', 'documentSymbol', 'semanticTokens/full'])
      await twins.compare(`textDocument/${method}`, document, place);
    for (const method of ['hover', 'documentHighlight', 'completion'])
      await twins.compare(`textDocument/${method}`, at, place);
    if (text.length > 2000 || step % 40 === 39) twins.change(URI, [{ text: (text = TEXT) }]);
  }
});

function changesOf(text: string, random: Random, count: number): TextDocumentContentChangeEvent[] {
  let current = text;
  return Array.from({ length: count }, () => {
    const ends = [positionIn(current, random), positionIn(current, random)] as const;
    const [one, other] = random.chance(0.6) ? [ends[0], ends[0]] : ends;
    const isOrdered =
      one.line < other.line || (one.line === other.line && one.character <= other.character);
    const range = isOrdered ? { start: one, end: other } : { start: other, end: one };
    const change = { range, text: random.pick(TYPED) };
    current = changed(current, change);
    return change;
  });
}

/** A place that both encodings have, sometimes after the end of its line or of the text. */
function positionIn(text: string, random: Random): Position {
  const lines = text.split(/\r\n|\n|\r/);
  if (random.chance(0.03)) return { line: lines.length + random.below(3), character: 5 };
  const line = random.below(lines.length);
  const own = lines[line] ?? '';
  const starts = [...own].reduce((all, { length }) => [...all, (all.at(-1) ?? 0) + length], [0]);
  return { line, character: random.chance(0.1) ? own.length + 9 : random.pick(starts) };
}

function placeIn(text: string, random: Random): Place {
  const position = positionIn(text, random);
  return { uri: URI, position, range: { start: position, end: position } };
}

test('positions inside a character are at its start', options, async () => {
  const uri = 'file:///w/inside.dstack.yml';
  const inside = (character: number) => ({ line: 1, character });
  twins.openIn(uri, 'type: task\n# 😀漢é\n');
  twins.utf8.notify('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    // In the last character first, which moves no other: of two bytes, of three, of four.
    contentChanges: [[10, 10], [7, 8], [3, 5]].map(([start = 0, end = 0]) => ({
      range: { start: inside(start), end: inside(end) },
      text: '|',
    })),
  });
  const { result } = await twins.utf8.request('textDocument/diagnostic', {
    textDocument: { uri },
  });
  const [hash] = (result as { resultId: string }).resultId.split('@');
  assert.equal(hash, hashOfText('type: task\n# |😀|漢|é\n'));
});

test('colours that have changed are the difference in the units of the client', options, async () => {
  const uri = 'file:///w/colours.dstack.yml';
  const place = { uri, ...START };
  twins.openIn(uri, TEXT);
  const full = await twins.ask('textDocument/semanticTokens/full', document, place);
  const before = full.map(({ result }) => result as { resultId: string; data: number[] });
  twins.change(uri, [{ range: START.range, text: '{}: é漢😀\n' }, { range: { start: { line: 2, character: 10 }, end: { line: 2, character: 10 } }, text: '漢' }]);
  const after = await Promise.all(
    [twins.utf16, twins.utf8].map(async (server, index) => {
      const { resultId = '', data = [] } = before[index] ?? {};
      const { result } = await server.request('textDocument/semanticTokens/full/delta', {
        textDocument: { uri },
        previousResultId: resultId,
      });
      const { edits } = result as { edits: { start: number; deleteCount: number; data?: number[] }[] };
      assert.ok(edits.length > 0);
      for (const { start, deleteCount, data: inserted = [] } of [...edits].reverse())
        data.splice(start, deleteCount, ...inserted);
      return { data };
    }),
  );
  assert.ok(twins.checkSame(after[0], after[1], uri, 'the difference'), 'a place differs');
});

const START = {
  position: { line: 0, character: 0 },
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
};
