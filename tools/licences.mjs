// The licences that our dependencies may have, for `npm run supply`.

/** Licences that require only a copy of their text. */
const ALLOWED = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', 'Zlib'],
]);

/**
 * Whether a licence is allowed: an SPDX identifier, or a flat SPDX expression such as `(MIT OR GPL-3.0-or-later)`, of which
 * one alternative must be allowed, with all of its parts. Anything else, such as nested parentheses, is not.
 */
export function isAllowed(licence) {
  const expression = /^\((.*)\)$/.exec(licence)?.[1] ?? licence;
  if (typeof expression !== 'string') return false;
  const alternatives = expression.split(' OR ').map((one) => one.split(' AND '));
  return alternatives.some((parts) => parts.every((part) => ALLOWED.has(part)));
}
