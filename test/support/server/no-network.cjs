// Preloaded into every process of the tests (tools/test.mjs). It rejects opening a socket, and records who tried in
// the file DSTACK_NETWORK_LOG: an attempt counts, even if the program swallows the error.
const { appendFileSync } = require('node:fs');
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

function refuse(object, method, isLocal = () => false) {
  const original = object[method];
  object[method] = function (...args) {
    if (isLocal(...args)) return original.apply(this, args);
    const error = new Error(`Refused by the tests: ${method} would use the network.`);
    appendFileSync(process.env.DSTACK_NETWORK_LOG, `${error.stack}\n`);
    throw error;
  };
}

/** A path is a socket in the file system, which leaves the machine no more than a file does. */
function isPath(where) {
  // `net.connect` hands over its arguments as a list.
  const [target] = Array.isArray(where) ? where : [where];
  return typeof target?.path === 'string' && target.port === undefined && target.host === undefined;
}

// HTTP, TLS, WebSockets and fetch are all built on these.
refuse(net.Socket.prototype, 'connect', isPath);
refuse(net.Server.prototype, 'listen', (where) => typeof where === 'string');
refuse(dgram.Socket.prototype, 'bind');
refuse(dgram.Socket.prototype, 'send');
refuse(dns, 'lookup');
refuse(dns, 'resolve');
refuse(dns.promises, 'lookup');
refuse(dns.promises, 'resolve');
