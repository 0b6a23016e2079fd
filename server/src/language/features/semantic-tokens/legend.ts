/** Standard types, since every theme has colours for them. */
export const TOKEN_TYPES = [
  'type',
  'number',
  'keyword',
  'operator',
  'variable',
  'property',
  'enumMember',
  'namespace',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** A separate file: the client gets it before anything else is loaded. */
export const SEMANTIC_TOKENS_LEGEND = {
  tokenTypes: [...TOKEN_TYPES],
  tokenModifiers: ['declaration'],
};
