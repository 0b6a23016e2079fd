import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { FACTS } from '../support/check/facts';
import { ALL_REQUESTS } from '../support/server/requests';
import { NOT_BUILT, ServerProcess } from '../support/server/server-process';

const uri = 'file:///w/.dstack.yml';
const TEXT = `type: task
fleets: [evil, onprem]
volumes: ["data:/data"]
backends: [aws]
regions: [us-east-1]
resources: {gpu: "H100:8"}
env: ["A=\${{ secrets.hf_token }}"]
commands: [ls]
`;
const LINES = TEXT.split('\n');

/** Milliseconds, ten times as long as a user may wait, since other tests run at the same time. */
const BOUND = 5000;

const LINK = '[x](command:evil) ![z](http://evil) <img src=x> `` ` \\';
const fleet = { name: 'evil', kind: 'ssh', status: 'active', idle: 0, busy: 0 };
const many = <T>(item: (index: number) => T, count: number) =>
  Array.from({ length: count }, (_, index) => item(index));

function deep(levels: number): unknown {
  let value: unknown = {};
  for (let level = 0; level < levels; level++) value = { fleets: [value], a: value };
  return value;
}

/** Facts as no server has them. */
const HOSTILE: Readonly<Record<string, unknown>> = {
  'a hundred thousand names': {
    ...FACTS,
    fleets: many((index) => ({ ...fleet, name: `f${String(index)}` }), 100_000),
    secrets: many(String, 100_000),
  },
  'as many names as are read': {
    ...FACTS,
    fleets: many((index) => ({ ...fleet, name: `f${String(index)}` }), 2000),
    secrets: many((index) => `s${String(index)}`, 2000),
    volumes: many((index) => ({ ...FACTS.volumes[0], name: `v${String(index)}` }), 2000),
    backends: many((index) => ({ name: `b${String(index)}`, regions: many(String, 200) }), 2000),
    gpus: many(() => ({ ...FACTS.gpus[0], backends: many(String, 200) }), 2000),
  },
  'Markdown in every text': {
    ...FACTS,
    asOf: LINK,
    serverVersion: LINK,
    fleets: [{ ...fleet, status: LINK }],
    volumes: [{ ...FACTS.volumes[0], region: LINK, status: LINK }],
    gateways: [{ ...FACTS.gateways[0], domain: LINK }],
    backends: [{ name: 'aws', regions: [LINK, 'us-east-1'] }],
  },
  'control characters': { ...FACTS, asOf: '\u001b]8;;http://evil\u0007', secrets: ['a\u0000b'] },
  'names of prototypes': {
    ...FACTS,
    fleets: [{ ...fleet, name: '__proto__' }],
    secrets: ['constructor', 'toString', '__proto__'],
  },
  'a long text': { ...FACTS, project: 'x'.repeat(5_000_000) },
  'a list of other things': [FACTS],
  'a hundred levels': { ...FACTS, fleets: [deep(12)] },
  'numbers that are none': { ...FACTS, fleets: [{ ...fleet, idle: '1', busy: -1 }] },
  'no facts': null,
};

let server: ServerProcess;

before(async () => {
  if (NOT_BUILT) return;
  server = await ServerProcess.start({ textDocument: { diagnostic: {} } });
  server.open(uri, TEXT);
});

after(async () => {
  if (!NOT_BUILT) await server.stop();
});

/** The places in the text that a server knows something about, and one more in the middle of each. */
const PLACES = LINES.flatMap((line, index) =>
  [...line.matchAll(/[\w.-]+/g)].map((match) => ({ line: index, character: match.index + 1 })),
);

for (const [what, facts] of Object.entries(HOSTILE)) {
  test(`hostile facts: ${what}`, { skip: NOT_BUILT }, async () => {
    server.notify('dstack/liveFacts', { facts });
    const slow: string[] = [];
    const range = { start: { line: 0, character: 0 }, end: { line: LINES.length, character: 0 } };
    for (const [method, params] of ALL_REQUESTS) {
      const isAtAPlace = method === 'textDocument/hover' || method === 'textDocument/completion';
      for (const position of isAtAPlace ? PLACES : PLACES.slice(0, 1)) {
        const answer = await server.request(method, params({ uri, position, range }));
        assert.equal(answer.error, undefined, method);
        if (answer.milliseconds > BOUND) slow.push(method);
        assertText(answer.result, method);
      }
    }
    assert.deepEqual(slow, []);
  });
}

test(
  'hostile facts: facts that cannot be read are told once, and nothing fails',
  { skip: NOT_BUILT },
  () => {
    assert.equal(server.log.length, 1, server.log.join('\n'));
    assert.match(server.log[0] ?? '', /liveFacts.*docs\/lsp\.md/);
    assert.ok((server.peakMemory ?? 0) < 800, `${String(server.peakMemory)} MB`);
  },
);

/** Checks that what the facts say is nowhere outside code, and that no control character is left. */
function assertText(result: unknown, method: string): void {
  for (const text of textsIn(result)) {
    assert.doesNotMatch(text, /[\u0000-\u0008\u001b\u0007]/, method);
    const outside = text.replace(/(`+)[^]*?(?<!`)\1(?!`)/g, '');
    assert.doesNotMatch(outside, /command:evil|http:\/\/evil|<img/, `${method}: ${text}`);
  }
}

/** The texts of an answer that a client shows as Markdown. */
function* textsIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* textsIn(one);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    if (key === 'value' && typeof one === 'string') yield one;
    else yield* textsIn(one);
  }
}
