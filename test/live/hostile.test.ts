import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { connect, live } from './stand';

/** A few kB that would become 50 MB. */
const BOMB = gzipSync('['.padEnd(50_000_000));

const LIMITS = { milliseconds: 500, bytes: 4_000_000 };

/** A server that answers as it likes. */
async function against(
  answer: RequestListener,
  check: (server: InstanceType<typeof live.Server>, log: string[]) => Promise<void>,
): Promise<void> {
  const hostile = createServer(answer);
  await once(hostile.listen(0, '127.0.0.1'), 'listening');
  const { port } = hostile.address() as AddressInfo;
  const log: string[] = [];
  const target = {
    url: `http://127.0.0.1:${String(port)}`,
    project: 'main',
    token: () => 'secret',
  };
  const requests = new live.Requests(target, (line) => log.push(line), LIMITS);
  try {
    await check(new live.Server(requests, 'main'), log);
  } finally {
    hostile.closeAllConnections();
    hostile.close();
  }
}

const json =
  (value: unknown): RequestListener =>
  (_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(typeof value === 'string' ? value : JSON.stringify(value));
  };

/** How a server answers, and what the user is told. */
const ROWS: readonly (readonly [
  name: string,
  answer: RequestListener,
  kind: string,
  words: RegExp,
])[] = [
  ['more than 4 MB', json(`["${'x'.repeat(4_000_001)}"]`), 'too-large', /more than 4 MB/],
  [
    'without end',
    (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(100_000)));
      };
      response.on('drain', more);
      more();
    },
    'too-large',
    /more than 4 MB/,
  ],
  ['never', () => undefined, 'slow', /within 0\.5 s/],
  [
    'one byte at a time',
    (_, response) => {
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    },
    'slow',
    /within 0\.5 s/,
  ],
  [
    'with a redirect',
    (_, response) => {
      response.writeHead(302, { location: 'https://example.com/' }).end();
    },
    'redirect',
    /redirects \(302\)/,
  ],
  ['with a page', json('<html>'), 'unreadable', /not JSON/],
  [
    'with a bomb of gzip',
    (_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(BOMB);
    },
    'unreadable',
    /not JSON/,
  ],
  [
    'with an error page',
    (_, response) => void response.writeHead(502).end('<html>'),
    'broken',
    /502/,
  ],
  [
    'with another protocol',
    (_, response) => {
      response.writeHead(101, { connection: 'upgrade', upgrade: 'websocket' }).end();
    },
    'unreachable',
    /cannot be reached/,
  ],
  ['by hanging up', (request) => void request.socket.destroy(), 'unreachable', /cannot be reached/],
  [
    'by hanging up in the middle',
    (request, response) => {
      response.write('[');
      setTimeout(() => request.socket.destroy(), 20);
    },
    'unreachable',
    /cannot be reached/,
  ],
];

for (const [name, answer, kind, words] of ROWS) {
  test(`a server that answers ${name}`, async () => {
    await against(answer, async (server, log) => {
      await assert.rejects(server.runs(), { kind, message: words });
      assert.equal(log.length, 1);
      assert.doesNotMatch(log.join(), /secret|html|xx/);
    });
  });
}

test('a redirect is not followed', async () => {
  const asked: string[] = [];
  const answer: RequestListener = (request, response) => {
    asked.push(String(request.url));
    response.writeHead(307, { location: '/stolen' }).end();
  };
  await against(answer, async (server) => {
    await assert.rejects(server.runs(), { kind: 'redirect' });
  });
  assert.deepEqual(asked, ['/api/runs/list']);
});

test('an answer of a million levels is read', async () => {
  const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
  await against(json(deep), async (server) => {
    assert.deepEqual(await server.runs(), []);
    assert.deepEqual(await server.fleets(), []);
  });
});

test('names cannot act on a terminal, and are not links', async () => {
  const name = '\u001b]8;;command:workbench.action.quit\u0007[click](command:evil)\u202e\n';
  const run = { id: 'a', status: 'running', run_spec: { run_name: name } };
  await against(json([run]), async (server) => {
    const [found] = await server.runs();
    assert.equal(found?.name, ']8;;command:workbench.action.quit [click](command:evil)');
  });
});

test('two requests run at a time, and the others wait', async () => {
  let [now, most] = [0, 0];
  const answer: RequestListener = (_, response) => {
    most = Math.max(most, ++now);
    setTimeout(() => {
      now--;
      response.end('[]');
    }, 30);
  };
  await against(answer, async (server) => {
    await Promise.all(Array.from({ length: 8 }, () => server.runs()));
  });
  assert.equal(most, 2);
});

test('a request that fails lets the next one go', async () => {
  await against(json('x'), async (server) => {
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => server.runs()));
    assert.ok(all.every(({ status }) => status === 'rejected'));
  });
});

test('the real server is told no newer release than its own', async () => {
  const { server, requests } = await connect();
  assert.equal(requests.apiVersion, '0.22.5');
  for (const [version, expected] of [
    ['0.20.29', '0.20.29'],
    ['0.22.4', '0.22.4'],
    ['0.23.0', '0.22.5'],
  ] as const) {
    await against(json({ server_version: version }), async (other) => {
      assert.equal(await other.greet(), version);
      assert.equal(Reflect.get(other, 'requests').apiVersion, expected);
    });
  }
  assert.ok(server);
});
