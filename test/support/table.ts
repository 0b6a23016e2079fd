import { test, type TestOptions } from 'node:test';

/** Maximum characters of a row in the name of its test. */
const SHOWN = 80;

/** Makes a test of each row, which is named by the table and the beginning of the row, as JSON. */
export function table<const Row>(
  name: string,
  rows: readonly Row[],
  check: (row: Row) => unknown,
  options: TestOptions = {},
): void {
  for (const row of rows) test(`${name}: ${shown(row)}`, options, () => checked(check, row));
}

/** The result of a check is ignored, unless it must be awaited. */
async function checked<Row>(check: (row: Row) => unknown, row: Row): Promise<void> {
  await check(row);
}

function shown(row: unknown): string {
  const text = JSON.stringify(row) ?? String(row);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
