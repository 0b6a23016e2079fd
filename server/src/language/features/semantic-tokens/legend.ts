/** Standard types, so that every theme has colours for them. */
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

/** A file of its own: it is told to a client before anything else is loaded. */
export const SEMANTIC_TOKENS_LEGEND = {
  tokenTypes: [...TOKEN_TYPES],
  tokenModifiers: ['declaration'],
};
