// Loaded into each process of Node that VS Code starts: the language server notes what it gets and what it sends, a line
// of JSON for each message, in the file that DSTACK_TRAFFIC names.
const { appendFileSync } = require('node:fs');

const file = process.env.DSTACK_TRAFFIC;

if (file && process.send && /[\\/]dist[\\/]server\.js$/.test(process.argv[1] ?? '')) {
  const { pid } = process;
  const note = (from, message) =>
    appendFileSync(file, `${JSON.stringify({ pid, from, message })}\n`);
  const { send } = process;
  process.send = (message, ...rest) => {
    note('server', message);
    return send.call(process, message, ...rest);
  };
  const { emit } = process;
  process.emit = (event, ...values) => {
    if (event === 'message') note('client', values[0]);
    return emit.call(process, event, ...values);
  };
}
