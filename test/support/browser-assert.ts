// What the suite uses of node:assert/strict, for extension hosts without Node. esbuild puts it in its place.

class AssertionError extends Error {}

function fail(message = 'failed'): never {
  throw new AssertionError(message);
}

/** Fails unless a value is true or something. */
export function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message ?? `${shown(value)} is not true`);
}

function equal(actual: unknown, expected: unknown, message = ''): void {
  if (!Object.is(actual, expected)) fail(`${message} ${shown(actual)} is not ${shown(expected)}`);
}

function notEqual(actual: unknown, other: unknown, message = ''): void {
  if (Object.is(actual, other)) fail(`${message} ${shown(actual)} is the same`);
}

/** For plain data, which is all that the suite compares. */
function deepEqual(actual: unknown, expected: unknown, message = ''): void {
  if (shown(actual) !== shown(expected))
    fail(`${message} ${shown(actual)} is not ${shown(expected)}`);
}

function match(text: string, pattern: RegExp, message = ''): void {
  if (!pattern.test(text)) fail(`${message} ${shown(text)} does not match ${String(pattern)}`);
}

function doesNotMatch(text: string, pattern: RegExp, message = ''): void {
  if (pattern.test(text)) fail(`${message} ${shown(text)} matches ${String(pattern)}`);
}

async function rejects(call: () => Promise<unknown>, pattern: RegExp): Promise<void> {
  const error = await call().then(
    () => undefined,
    (reason: unknown) => String(reason),
  );
  match(error ?? fail('it was not rejected'), pattern);
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

export default Object.assign(ok, {
  ok,
  equal,
  notEqual,
  deepEqual,
  match,
  doesNotMatch,
  rejects,
  fail,
});
