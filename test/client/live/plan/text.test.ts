import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planIn, type Plan } from '../../../../client/src/live/answers/plan';
import { LiveFailure } from '../../../../client/src/live/failure';
import { planLines } from '../../../../client/src/live/plan/text';
import { recorded } from '../recorded';

const INPUT = { type: 'task', name: 'train', configuration: {}, profile: null, left: ['env'] };

const textOf = (plan: Plan, reasons = [] as { text: string }[]) =>
  planLines({ kind: 'run', input: INPUT, plan, reasons }, 'HEADING')
    .map(({ text }) => text)
    .join('\n');

test('a plan lists the cheapest offers with prices per hour, totals and what is not sent', () => {
  const text = textOf(planIn(recorded('runs-get_plan')));
  assert.match(
    text,
    /^HEADING\n\nApply creates a new run\.\n\n16 offers, \$0\.526 to \$108\.15 per hour/,
  );
  assert.match(
    text,
    /\n {2}\$0\.526\/h +on demand +aws +us-east-1 +g4dn\.xlarge +4 CPU, 16GB, T4:16GB:1\n/,
  );
  assert.match(
    text,
    /\n {2}and \d+ more\n\nBy backend, of the first \d+: aws \d+ from \$0\.526\.\n/,
  );
  assert.match(text, /\nNot sent to the server: env\.$/);
});

test('a plan without offers says why', () => {
  const plan = planIn(recorded('runs-get_plan-no-offers'));
  const text = textOf(plan, [{ text: 'Without `max_price`: 8 offers from $0.58 per hour.' }]);
  assert.match(
    text,
    /No offers[^.]*\.\d*[^]*Why there are no offers:\n {2}- Without `max_price`: 8 offers/,
  );
});

test('a plan for a running resource says what changes, and how', () => {
  const plan = planIn(recorded('runs-get_plan-update'));
  const change = (property: string) => [{ property, before: undefined, after: '2' }];
  assert.match(textOf({ ...plan, changes: [] }), /exists, and the file changes nothing\./);
  const update = textOf({ ...plan, changes: change('priority') });
  assert.match(
    update,
    /Apply updates the run `\w+` \(running\) in place[^]*\n {2}priority: \(not set\) -> 2\n/,
  );
  const stop = textOf({ ...plan, changes: change('commands') });
  assert.match(stop, /Apply stops the run `\w+` \(running\) and starts it again/);
});

test('a rejected file has the reason and its places', () => {
  const places = [{ path: ['resources', 'gpux'], message: 'Extra inputs' }];
  const failure = new LiveFailure('invalid', 'The server rejects it.', places);
  const lines = planLines({ kind: 'failure', input: { ...INPUT, left: [] }, failure }, 'HEADING');
  assert.deepEqual(
    lines.map(({ text }) => text),
    ['HEADING', '', 'No plan. The server rejects it.', '  resources.gpux: Extra inputs'],
  );
});

test('what the profile adds is listed', () => {
  const profile = { name: 'gpu', default: true, max_price: 2, spot_policy: null };
  const plan = planIn(recorded('runs-get_plan'));
  const lines = planLines({ kind: 'run', input: { ...INPUT, profile }, plan, reasons: [] }, '');
  const text = lines.map((line) => line.text).join('\n');
  assert.match(text, /The profile `gpu` adds:\n {2}max_price: 2\n\n/);
});

test('a limit of the price is beside the number of offers', () => {
  const plan = planIn(recorded('runs-get_plan'));
  const limited = (offers: number) => {
    const [job] = plan.jobs;
    assert.ok(job);
    const listed = job.offers.slice(0, offers);
    const highest = listed.at(-1)?.price;
    return textOf({
      ...plan,
      jobs: [{ ...job, offers: listed, total: offers, highest, maxPrice: 1 }],
    });
  };
  assert.match(limited(1), /\n1 offer for at most \$1\.00 per hour: \$0\.526 per hour\n/);
  assert.match(limited(0), /\nNo offers for at most \$1\.00 per hour\.\n/);
});
