/**
 * The part of a log entry that a report may contain. An entry is rebuilt from known texts: the name of one of our
 * components or a sentence of the client library, the kind of an error, and places in our files. Anything else may come
 * from a file of the user and is omitted.
 */
export function knownLines(entry: string): readonly string[] {
  const [head = '', ...rest] = entry.split('\n');
  const known = knownSentence(head) ?? knownFailure(head);
  if (known === undefined) return [`(${String(entry.length)} characters that may be yours)`];
  return [known, ...rest.flatMap((line) => knownFrame(line) ?? knownCode(line) ?? [])];
}

/**
 * Sentences of the client library; what differs in them is a number, the name of a signal, or a request, whose name has
 * letters only, unlike most tokens.
 */
const SENTENCES: readonly RegExp[] = [
  /^Server process exited (?:successfully|with code \d{1,5}\.|with signal SIG[A-Z0-9]{1,9}\.)$/,
  /^Request (?:initialize|shutdown|(?:textDocument|workspace|window|client|dstack|(?:completion|code|document|inlay)(?:Item|Action|Lens|Link|Hint))(?:\/[a-zA-Z]{1,30}){1,3}) failed\.$/,
  /^(?:Stopping server|Restarting server|Sending pending changes|Delivering pending changes) (?:failed|timed out)$/,
  /^Server initialization failed\.$/,
  /^dstack client: couldn't create connection to server\.$/,
  /^(?:The dstack server crashed|Client dstack: connection to server is erroring)/,
  /^Connection to server (?:got closed\. Server will (?:not be )?restart(?:ed)?\.|is erroring\. Shutting down server\.)$/,
];

function knownSentence(line: string): string | undefined {
  for (const sentence of SENTENCES) {
    const [text] = sentence.exec(line) ?? [];
    if (text !== undefined) return text;
  }
  return undefined;
}

/**
 * `textDocument/hover: TypeError: ...`, `rule conflicting-properties: ...`: how the server logs exceptions. Only
 * lowercase words of a name are kept, since they come from our code. The title of a refactoring, in quotes, is not
 * kept.
 */
const FAILURE =
  /^(?:((?:textDocument|workspace|completionItem|codeAction|dstack)\/[a-zA-Z/]{1,40}|(?:problems|quick|refactorings|summary|misread|swallowed|rule|shorthand|structure|fix|refactoring|hint|hover)(?:,? [a-z-]{1,40}){0,8}): )?((?:Aggregate|Assertion|Eval|Range|Reference|Response|Syntax|Type|URI)?Error)(?:$|[: ])/;

function knownFailure(line: string): string | undefined {
  const [all, name, kind] = FAILURE.exec(line) ?? [];
  return all === undefined ? undefined : `${name === undefined ? '' : `${name}: `}${kind ?? ''}`;
}

/** A place in one of our files. The name of the function is omitted: it could be any text. */
function knownFrame(line: string): string | undefined {
  const [, file, place] =
    /^\s+at (?:.*[\\/( ])?(serve\.js|server\.js|extension\.js):(\d{1,7}:\d{1,7})\)?$/.exec(line) ??
    [];
  return file === undefined ? undefined : `    at ${file}:${place ?? ''}`;
}

/** The code of a rejected request. */
function knownCode(line: string): string | undefined {
  return /^ {2}Code: -?\d{1,6}(?= ?$)/.exec(line)?.[0];
}
