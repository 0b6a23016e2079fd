import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import type { Analysis } from '../../analysis';
import { parseShorthand } from '../../shorthand';
import type { PartKind } from '../../shorthand/grammar/grammar';
import { textSpan } from '../../yaml/node';
import { span, type Lines, type Span } from '../../base/span';
import { LONGEST_EXPLAINED } from '../../meaning';
import { occurrencesIn } from '../../names/occurrences';
import { TOKEN_TYPES, type TokenType } from './legend';
import { nodesIn } from '../../yaml/walk';

/** Parts without an entry, such as paths, have no token. */
const TYPE_OF_PART: Readonly<Partial<Record<PartKind, TokenType>>> = {
  vendor: 'namespace',
  name: 'type',
  memory: 'number',
  count: 'number',
  arch: 'namespace',
  number: 'number',
  unit: 'keyword',
  operator: 'operator',
  keyword: 'keyword',
  'local-port': 'number',
  'container-port': 'number',
  key: 'variable',
  project: 'namespace',
};

interface Token extends Span {
  readonly type: TokenType;
  readonly declares?: boolean;
}

/**
 * Colours that the highlighting grammar cannot determine (`textDocument/semanticTokens/full` and `range`): the parts of
 * shorthand, and names with their uses.
 */
export function semanticTokens(
  analysis: Analysis,
  { range }: { readonly range?: Range | undefined } = {},
): SemanticTokens {
  const { lines, text } = analysis.tree;
  const within = range
    ? span(lines.offset(range.start), lines.offset(range.end))
    : span(0, text.length);
  return { data: encode(tokensIn(analysis, within), lines) };
}

/** In order, without overlaps. */
function tokensIn(analysis: Analysis, within: Span): readonly Token[] {
  const tokens = analysis.documents
    .flatMap((document) => [...shorthandTokens(document, within), ...nameTokens(document)])
    .sort((a, b) => a.start - b.start);
  let end = 0;
  return tokens.filter((token) => {
    if (token.start < end) return false;
    end = token.end;
    return overlap(token, within);
  });
}

function overlap(some: Span, others: Span): boolean {
  return some.end > others.start && some.start < others.end;
}

function* shorthandTokens({ tree, bound }: Analysis, within: Span): Generator<Token> {
  for (const { node, pair, isKey } of tree.root ? nodesIn(tree.root) : []) {
    if (isKey || node.kind !== 'scalar' || !overlap(node.span, within)) continue;
    const { shorthand } = (pair && bound.propertyOf(pair)) ?? bound.schemaOf(node) ?? {};
    // The parts of a text with escapes or folded lines have no places.
    if (!shorthand || node.textStart === undefined || node.text.length > LONGEST_EXPLAINED)
      continue;
    const read = parseShorthand(shorthand, node.value);
    if (!read.ok || read.parts.length < 2) continue;
    for (const { kind, start, end } of read.parts) {
      const type = TYPE_OF_PART[kind];
      if (!type || kind === 'key') continue;
      const at = textSpan(node, start, end);
      yield { start: at.start, end: at.end, type };
    }
  }
}

function* nameTokens(analysis: Analysis): Generator<Token> {
  const occurrences = occurrencesIn(analysis);
  const declared = new Set(
    occurrences
      .filter(({ role }) => role === 'declaration')
      .map(({ kind, name }) => `${kind} ${name}`),
  );
  for (const { kind, role, name, span: at } of occurrences) {
    // Anchors get their colour from the grammar; variables that no `env` declares belong to the shell.
    if (kind === 'anchor' || !declared.has(`${kind} ${name}`)) continue;
    yield {
      ...at,
      type: kind === 'group' ? 'enumMember' : 'variable',
      declares: role === 'declaration',
    };
  }
}

/** Relative positions, five integers per token, as in LSP. */
function encode(tokens: readonly Token[], lines: Lines): number[] {
  const data: number[] = [];
  let [lastLine, lastCharacter] = [0, 0];
  for (const { start, end, type, declares } of tokens) {
    const { line, character } = lines.position(start);
    if (end > lines.end(line)) continue;
    const column = line === lastLine ? character - lastCharacter : character;
    data.push(line - lastLine, column, end - start, TOKEN_TYPES.indexOf(type), declares ? 1 : 0);
    [lastLine, lastCharacter] = [line, character];
  }
  return data;
}
