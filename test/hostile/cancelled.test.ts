import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LSPErrorCodes } from 'vscode-languageserver-protocol';
import { ALL_REQUESTS } from '../support/server/requests';
import { NOT_BUILT, ServerProcess } from '../support/server/server-process';
import { HEAD, times } from './texts';

const skip = NOT_BUILT;
const uri = 'file:///w/.dstack.yml';
const position = { line: 3, character: 5 };
const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const MANY = 1000;
/** Their answers depend on the time that there is, and on the answer before. */
const VARYING = ['textDocument/codeAction', 'textDocument/semanticTokens/full/delta'];

test(
  'hostile: 1,000 requests that are cancelled are answered so, or whole',
  { skip },
  async (context) => {
    const server = await ServerProcess.start({ textDocument: { diagnostic: {} } });
    context.after(() => server.stop());
    server.open(uri, `${HEAD}env:\n${times(200, (i) => `  V${String(i)}: a\n`)}`);
    // `dstack/checkWorkspace` is a request of the user's that nothing cancels.
    const requests = ALL_REQUESTS.filter(([method]) => method !== 'dstack/checkWorkspace');
    const whole = new Map<string, string>();
    for (const [method, params] of requests) {
      const { result } = await server.request(method, params({ uri, position, range }));
      whole.set(method, shapeOf(result));
    }
    let cancelled = 0;
    const answers = Array.from({ length: MANY }, async (_, index) => {
      const [method, params] = requests[index % requests.length] ?? assert.fail();
      const { id, answer } = server.begin(method, params({ uri, position, range }));
      // Every third one later, when it may be done.
      if (index % 3 === 0) await new Promise((resolve) => setTimeout(resolve, index % 50));
      server.notify('$/cancelRequest', { id });
      const { error, result } = await answer;
      if (error) {
        assert.equal(error.code, LSPErrorCodes.RequestCancelled, method);
        cancelled++;
      } else if (!VARYING.includes(method))
        assert.equal(shapeOf(result), whole.get(method), method);
    });
    await Promise.all(answers);
    assert.ok(cancelled > MANY / 2, String(cancelled));
    const hover = await server.request('textDocument/hover', { textDocument: { uri }, position });
    assert.equal(hover.error, undefined);
    assert.deepEqual(server.log, []);
    context.diagnostic(`figure: ${String(cancelled)} of ${String(MANY)} cancelled requests say so`);
  },
);

/** An answer without what counts up from answer to answer. */
function shapeOf(result: unknown): string {
  return JSON.stringify(result, (key, value: unknown) => (key === 'resultId' ? '' : value)) ?? '';
}
