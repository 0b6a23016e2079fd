import type { Diagnostic, Position, SemanticTokens, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Utf8Lines, type Utf8Tables } from '../../language/base/utf8';
import type { WorkspaceIndex } from '../../language';
import { property } from '../property';
import type { Encoding } from './encoding';
import { tokensInUtf8 } from './tokens';
import { isPosition, translated } from './translated';

/**
 * Translates positions between the client and the language service, which counts UTF-16 code units. The changes of a
 * document are translated where they are made (text-sync).
 */
export interface Positions {
  /** The parameters of a request, whose positions are in the text that the client has sent last: to be called on receipt. */
  received<P>(params: P): P;
  /** The answer to a request: to be called before anything that it is about can change. */
  answered<R>(method: string, params: unknown, answer: R): R;
  /** Problems of a file. They are kept and compared, and then sent as they are. */
  problems(found: Diagnostic[], uri: string, tables: Utf8Tables): Diagnostic[];
  /** Tokens are kept as well. */
  tokens(tokens: SemanticTokens, tables: Utf8Tables): SemanticTokens;
}

/** What is known of the files that positions are in. */
interface Known {
  readonly documents: TextDocuments<TextDocument>;
  readonly workspace?: { readonly index: WorkspaceIndex };
}

/** The positions of a client with this encoding. */
export function positionsIn(encoding: Encoding, known: () => Known): Positions {
  return encoding === 'utf-8' ? new InUtf8(known) : AS_THEY_ARE;
}

const AS_THEY_ARE: Positions = {
  received: (params) => params,
  answered: (_method, _params, answer) => answer,
  problems: (found) => found,
  tokens: (tokens) => tokens,
};

/**
 * The requests whose answers have positions: those of LSP. Problems and tokens have been translated, and an item that
 * the client asks about (`completionItem/resolve`) is its own.
 */
const HAS_POSITIONS = /^(?:textDocument|workspace)\/(?!diagnostic$|semanticTokens\/)/;

class InUtf8 implements Positions {
  private readonly open = new WeakMap<
    TextDocument,
    { readonly text: string; readonly lines: Utf8Lines }
  >();

  constructor(private readonly known: () => Known) {}

  received<P>(params: P): P {
    const uri = uriOf(params);
    if (uri === undefined) return params;
    const tables = this.tablesOf(uri);
    const own = (value: unknown) => (isPosition(value) ? toUtf16(value, tables) : value);
    const given: Readonly<Record<string, unknown>> = { ...(params as object) };
    const { position, positions, range } = given;
    const [start, end] = [own(property(range, 'start')), own(property(range, 'end'))];
    return {
      ...given,
      ...(position !== undefined && { position: own(position) }),
      ...(range !== undefined && { range: { start, end } }),
      ...(Array.isArray(positions) && { positions: positions.map(own) }),
    } as P;
  }

  answered<R>(method: string, params: unknown, answer: R): R {
    return HAS_POSITIONS.test(method) ? this.translated(answer, uriOf(params) ?? '') : answer;
  }

  problems(found: Diagnostic[], uri: string, tables: Utf8Tables): Diagnostic[] {
    return this.translated(found, uri, tables);
  }

  tokens({ data, ...rest }: SemanticTokens, tables: Utf8Tables): SemanticTokens {
    return { ...rest, data: tokensInUtf8(data, tables) };
  }

  private translated<T>(part: T, own: string, tables = this.tablesOf(own)): T {
    let last = { uri: own, tables };
    return translated(part, own, (uri, position) => {
      // Most of the positions that follow each other are in the same file.
      if (uri !== last.uri) last = { uri, tables: uri === own ? tables : this.tablesOf(uri) };
      return toUtf8(position, last.tables);
    });
  }

  /** Of an open document its lines, else what the index knows of the file; nothing of another one. */
  private tablesOf(uri: string): Utf8Tables | undefined {
    const { documents, workspace } = this.known();
    const document = documents.get(uri);
    if (!document) return workspace?.index.get(uri)?.utf8;
    const text = document.getText();
    const made = this.open.get(document);
    if (made?.text === text) return made.lines;
    const lines = new Utf8Lines(text);
    this.open.set(document, { text, lines });
    return lines;
  }
}

/** The URI of the document that a request is about. */
function uriOf(params: unknown): string | undefined {
  const uri = property(property(params, 'textDocument'), 'uri');
  return typeof uri === 'string' ? uri : undefined;
}

function toUtf8(position: Position, tables: Utf8Tables | undefined): Position {
  const table = tables?.get(position.line);
  return table ? { ...position, character: table.toUtf8(position.character) } : position;
}

function toUtf16(position: Position, tables: Utf8Tables | undefined): Position {
  const table = tables?.get(position.line);
  return table ? { ...position, character: table.toUtf16(position.character) } : position;
}
