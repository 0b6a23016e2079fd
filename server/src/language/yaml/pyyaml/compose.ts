import { problem, type Problem } from '../../problem/problem';
import { span, type Span } from '../../base/span';
import type { Draft } from '../draft';
import { quote } from '../../base/words';
import { Parser } from './parser';
import { refuseOutside } from './parse-mistakes';
import { Refusal, TooLarge } from './refusal';

export interface Composed {
  /** Absent for an empty document. */
  readonly root?: Draft;
  readonly comments: readonly Span[];
  /** Mistakes after which reading could continue, in the order of the text. */
  readonly problems: readonly Problem[];
  /** The spans of the tags of nodes. */
  readonly tags: ReadonlyMap<Draft, Span>;
}

/**
 * Reads the only document of a text into a tree of drafts, or returns the first mistake if the syntax does not allow
 * it. Mirrors `yaml.parser.Parser` and `yaml.composer.Composer.get_single_node`: it accepts what they accept. A text
 * with more nodes than any configuration has is rejected as too large.
 */
export function compose(text: string): Composed | Problem | TooLarge {
  const parser = new Parser(text);
  try {
    const root = readDocument(parser);
    while (parser.at('document-end')) parser.take();
    if (!parser.at('stream-end')) parser.problems.push(refuseSecondDocument(parser));
    const { comments, problems, tags } = parser;
    return { ...(root ? { root } : {}), comments, problems, tags };
  } catch (error) {
    if (error instanceof TooLarge) return error;
    if (!(error instanceof Refusal)) throw error;
    // PyYAML stops at the first mistake of any kind; what comes later is often a consequence of it.
    return parser.problems[0] ?? error.problem;
  }
}

function readDocument(parser: Parser): Draft | undefined {
  if (parser.at('stream-end')) return undefined;
  if (!parser.at('directive', 'document-start')) return parser.node(true);
  readDirectives(parser);
  parser.take();
  if (parser.at('directive', 'document-start', 'document-end', 'stream-end')) return undefined;
  return parser.node(true);
}

/** Reads directives up to the `---` that must follow, which stays. Mirrors `process_directives`. */
function readDirectives(parser: Parser): void {
  const handles = new Map<string, string>();
  let versioned = false;
  for (let token = parser.peek(); token.kind === 'directive'; token = parser.peek()) {
    if (token.version !== undefined) {
      if (versioned) parser.refuse('YAML allows one `%YAML` line per document.', token);
      if (token.version !== 1) parser.refuse('dstack reads YAML 1 only.', token);
      versioned = true;
    } else if (token.tag) {
      const { handle, prefix } = token.tag;
      if (handles.has(handle)) parser.refuse(`${quote(handle)} is declared twice.`, token);
      handles.set(handle, prefix);
    }
    parser.take();
  }
  parser.declareHandles(handles);
  if (!parser.at('document-start')) refuseOutside(parser.text, parser.peek(), parser.last);
}

function refuseSecondDocument(parser: Parser): Problem {
  readDirectives(parser);
  const { start, end } = parser.peek();
  const message =
    'dstack reads files with one document only. Move what follows into a file of its own.';
  return problem('several-documents', span(start, end), message);
}
