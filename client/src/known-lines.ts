import { ERROR_CODES, EXIT_CODES, REQUESTS, SIGNALS } from './known-names';

/**
 * The part of a log entry that a report may contain. An entry is rebuilt from known texts: the name of one of our
 * components or a sentence of the client library, the kind of an error, and places in our files. Anything else may come
 * from a file of the user and is omitted.
 *
 * @param codes of all problems; other names of rules are omitted
 */
export function knownLines(entry: string, codes: ReadonlySet<string>): readonly string[] {
  const [head = '', ...rest] = entry.split('\n');
  const known = knownSentence(head) ?? knownFailure(head, codes);
  if (known === undefined) return [`(${String(entry.length)} characters that may be yours)`];
  return [known, ...rest.flatMap((line) => knownFrame(line) ?? knownCode(line) ?? [])];
}

const SENTENCES: ReadonlySet<string> = new Set([
  ...['Stopping server failed', 'Stopping server timed out', 'Restarting server failed'],
  ...['Sending pending changes failed', 'Delivering pending changes failed'],
  'Server process exited successfully',
  'dstack: not running',
  'Server initialization failed.',
  "dstack client: couldn't create connection to server.",
  'Connection to server got closed. Server will restart.',
  'Connection to server got closed. Server will not be restarted.',
  'Connection to server is erroring. Shutting down server.',
]);

/** Beginnings of sentences of the client library and of status.ts; what follows is omitted. */
const BEGINNINGS = [
  ...['The dstack server crashed', 'Client dstack: connection to server is erroring'],
  'dstack files found',
];

/** What status.ts writes when the server has started. */
const CHECKED = /^Checked against dstack 0\.\d{2}\.\d{1,2}$/;

/** What differs in sentences of the client library, with the texts that it can be. */
const PATTERNS: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [/^Request (.{1,40}) failed\.$/, REQUESTS],
  [/^Server process exited with signal (\w{1,9})\.$/, SIGNALS],
  [/^Server process exited with code (\d{1,3})\.$/, EXIT_CODES],
];

function knownSentence(line: string): string | undefined {
  if (SENTENCES.has(line) || CHECKED.test(line)) return line;
  const isKnown = PATTERNS.some(([pattern, texts]) => texts.has(pattern.exec(line)?.[1] ?? ''));
  return isKnown ? line : BEGINNINGS.find((beginning) => line.startsWith(beginning));
}

/** Parts of our code, as the server names them when they fail. */
const PARTS: ReadonlySet<string> = new Set([
  ...['problems', 'problems with other files', 'problems of an unfinished line'],
  ...['misread numbers', 'swallowed items', 'summary'],
  ...['quick fixes', 'refactorings', 'fix suppression', 'hover value', 'hover reference'],
]);

/** Parts with a name of their own, which is kept if it is the code of a problem. */
const NAMED = ['rule', 'fix', 'shorthand', 'structure', 'refactoring', 'hint'];

/** `textDocument/hover: TypeError: ...`, `rule conflicting-properties: ...`: how the server logs exceptions. */
const FAILURE =
  /^(?:(.{1,400}?): )?((?:Aggregate|Assertion|Eval|Range|Reference|Response|Syntax|Type|URI)?Error)(?:$|[: ])/;

function knownFailure(line: string, codes: ReadonlySet<string>): string | undefined {
  const [, name, kind] = FAILURE.exec(line) ?? [];
  if (kind === undefined || name === undefined) return kind;
  const part = knownPart(name, codes);
  return part === undefined ? undefined : `${part}: ${kind}`;
}

function knownPart(name: string, codes: ReadonlySet<string>): string | undefined {
  if (PARTS.has(name) || REQUESTS.has(name)) return name;
  const part = NAMED.find((one) => name.startsWith(`${one} `));
  if (part === undefined) return undefined;
  const named = name.slice(part.length + 1).split(', ');
  return named.every((one) => codes.has(one)) ? name : part;
}

/** A place in one of our files. The name of the function is omitted: it could be any text. */
function knownFrame(line: string): string | undefined {
  const [, file, place] =
    /^\s+at (?:.*[\\/( ])?dist[\\/](serve\.js|server\.js|extension\.js):(\d{1,3}:\d{1,6})\)?$/.exec(
      line,
    ) ?? [];
  return file === undefined ? undefined : `    at ${file}:${place ?? ''}`;
}

/** The code of a rejected request: one of JSON-RPC or of LSP. */
function knownCode(line: string): string | undefined {
  const [all, code = ''] = /^ {2}Code: (-\d{5})(?= ?$)/.exec(line) ?? [];
  return ERROR_CODES.has(code) ? all : undefined;
}
