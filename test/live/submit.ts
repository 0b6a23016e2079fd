import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from '../../client/src/live/answers/run';
import { ENV_VALUE, noted, STAND, type Stand } from './stand';

/** Submits a run as the command line does, which the extension never does by itself. It has a secret in its `env`. */
export async function submit(
  configuration: { readonly name: string },
  { url, token }: Stand = STAND,
): Promise<void> {
  const spec = {
    run_name: configuration.name,
    configuration: { ...configuration, env: { SECRET: ENV_VALUE } },
  };
  const response = await fetch(`${url}/api/project/main/runs/apply`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ plan: { run_spec: spec, current_resource: null }, force: false }),
  });
  assert.equal(response.status, 200, await response.text());
}

/** Asks for a run until it is as wanted, for at most three minutes: the server looks at it every 10 s. */
export async function until(
  ask: () => Promise<Run | undefined>,
  isWanted: (run: Run) => boolean,
): Promise<Run> {
  let last: Run | undefined;
  for (let tries = 0; tries < 360; tries++) {
    last = noted(await ask());
    if (last && isWanted(last)) return last;
    await sleep(500);
  }
  return assert.fail(`the run does not get there: ${JSON.stringify(last)}`);
}
