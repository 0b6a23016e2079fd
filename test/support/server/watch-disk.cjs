// Preloaded into a server by a test: it takes down in the file DSTACK_DISK_LOG which paths are opened or listed.
const fs = require('node:fs');
const { appendFileSync } = fs;

function watch(object, method) {
  const original = object[method];
  object[method] = (path, ...rest) => {
    appendFileSync(process.env.DSTACK_DISK_LOG, `${JSON.stringify([method, String(path)])}\n`);
    return original.call(object, path, ...rest);
  };
}

for (const method of ['readFileSync', 'readdirSync', 'openSync', 'opendirSync']) watch(fs, method);
for (const method of ['readFile', 'readdir', 'open', 'opendir']) {
  watch(fs, method);
  watch(fs.promises, method);
}
