import { problem, type Problem } from '../problem/problem';
import { span } from '../base/span';
import type { Node, ScalarNode } from '../yaml/node';

/** A possible escape of a surrogate: most texts have none, and are not searched further. */
const LIKELY = /\\(?:u|U0000)[dD][89a-fA-F]/;

/** An escape in double quotes. The groups are the digits of a character's code. */
const ESCAPE = /\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|[^])/g;

/**
 * Escapes that are half of a character. JSON writes characters beyond U+FFFF as two of them, but YAML has `\U` for
 * that: PyYAML reads two halves, which dstack cannot send to its server, so planning fails. Keys are not checked: those
 * of `env` are sent all the same, and others are unknown names.
 */
export function halfCharacters(root: Node, text: string): readonly Problem[] {
  if (!LIKELY.test(text)) return [];
  const problems: Problem[] = [];
  const pending: Node[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === 'mapping') pending.push(...node.pairs.map(({ value }) => value));
    else if (node.kind === 'sequence') pending.push(...node.items);
    else if (node.kind === 'scalar' && node.style === 'double')
      problems.push(...firstHalf(node, text.slice(node.span.start, node.span.end)));
  }
  return problems;
}

/** One problem per scalar. */
function firstHalf(node: ScalarNode, source: string): readonly Problem[] {
  const escapes = [...source.matchAll(ESCAPE)];
  const at = escapes.findIndex((escape) => isHalf(codeOf(escape)));
  const [escape, next] = escapes.slice(at, at + 2);
  if (at < 0 || !escape) return [];
  const start = node.span.start + escape.index;
  const second = next && next.index === escape.index + escape[0].length ? next : undefined;
  const written = escape[0] + (second?.[0] ?? '');
  const character = second && String.fromCharCode(codeOf(escape), codeOf(second));
  if (!character || !/^[\ud800-\udbff][\udc00-\udfff]$/.test(character)) {
    const message = `\`${escape[0]}\` is half of a character, which dstack cannot send. Write the whole character.`;
    return [problem('half-character', span(start, start + escape[0].length), message)];
  }
  const code = `\\U${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(8, '0')}`;
  const message = `\`${written}\` are two halves of a character in YAML. Write \`${character}\` or \`${code}\`.`;
  const data = { character };
  return [problem('half-character', span(start, start + written.length), message, { data })];
}

function codeOf([, short, long]: RegExpExecArray): number {
  return parseInt(short ?? long ?? '', 16);
}

function isHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}
