import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Requests } from '../../../client/src/live/request';
import { table } from '../../support/table';

/** A server that no test reaches: what is wrong is found before. */
const URL_OF_NONE = 'http://127.0.0.1:9';

table(
  'a token that no header can contain is refused without being quoted',
  [
    '',
    'hunter2\n',
    'hunter2\r\nx: y',
    'hunter\u20222',
    '\u001bhunter2',
    'hunter2 b',
    'h'.repeat(5000),
  ],
  async (token) => {
    const log: string[] = [];
    const target = { url: URL_OF_NONE, project: 'main', token: () => token };
    const requests = new Requests(target, (line) => log.push(line), { milliseconds: 20, bytes: 1 });
    for (let times = 0; times < 3; times++)
      await assert.rejects(requests.post('runs/list'), (error: Error & { kind?: string }) => {
        assert.equal(error.kind, 'token');
        assert.doesNotMatch(String(error.stack), /hunter/);
        return true;
      });
    // After the time limit, too, nothing else has happened.
    await new Promise((resolve) => setTimeout(resolve, 40));
    assert.match(log.join('\n'), /^(?:POST \/api\/runs\/list token \d+ ms\n?){3}$/);
  },
);

test('an address that is no URL is refused without being quoted', async () => {
  const target = { url: '//ann:hunter2@host', project: 'main', token: () => 'a' };
  await assert.rejects(new Requests(target, () => undefined).post('runs/list'), {
    kind: 'unreachable',
    message: 'The address is not a URL.',
  });
});
