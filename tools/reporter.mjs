// Reporter for `node --test`: a line per failed or skipped test, a line per file, and the figures at the end.
import { relative } from 'node:path';

export default async function* report(events) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:diagnostic' && data.message.startsWith('figure: '))
      yield `      ${data.message.slice(8)}\n`;
    if (type === 'test:stdout') yield data.message;
    if (type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A suite is counted by the tests in it; it counts itself only if it fails without a failing test in it.
    if (data.details?.type === 'suite') continue;
    const isFile = data.nesting === 0 && data.file === undefined && data.name.endsWith('.js');
    if (isFile) continue;
    if (data.skip !== undefined) {
      totals.skipped++;
      yield `skip  ${data.name}: ${data.skip}\n`;
    } else if (type === 'test:pass') {
      totals.passed++;
    } else {
      totals.failed++;
      const place = data.file ? ` (${relative(process.cwd(), data.file)})` : '';
      yield `FAILED  ${data.name}${place}\n${describe(data.details?.error)}\n`;
    }
  }
  // `npm run live` has a name of its own.
  yield `${process.env.DSTACK_SUITE ?? 'node'}: ${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`;
}

function describe(error) {
  const cause = error?.cause ?? error;
  return String(cause?.stack ?? cause?.message ?? cause).replace(/^/gm, '    ');
}
