import { Analysis } from '../../../server/src/language/analysis';
import { nodesIn, type Visited } from '../../../server/src/language/yaml/walk';
import type { Node } from '../../../server/src/language/yaml/node';
import type { Random } from '../../../test/support/generate/random';

/** Longer pieces are not changed, so texts do not grow without limit. */
const LONGEST = 600;

/** A text with the same, or nearly the same, values, of which a part is written in another YAML style. */
export function restyle(text: string, random: Random): string {
  const { tree } = new Analysis({ uri: 'file:///.dstack.yml', text });
  const parts = tree.root ? [...nodesIn(tree.root)].filter(isShort) : [];
  if (parts.length === 0) return text;
  const { node, pair, isKey } = random.pick(parts);
  const { start, end } = node.span;
  const before = text.slice(0, start);
  const written = text.slice(start, end);
  const behind = text.slice(end);
  switch (random.below(isKey ? 4 : 3)) {
    case 0:
      return before + flowOf(node, text, random) + behind;
    case 1:
      return before + random.pick(PROPERTIES) + written + behind;
    case 2: {
      const [other] = random.sample(parts, 1);
      const isBefore = other !== undefined && other.node.span.end < start;
      if (!isBefore) return before + random.pick(COMMENTS) + written + behind;
      const at = other.node.span.start;
      return `${text.slice(0, at)}&a ${text.slice(at, start)}*a${isKey ? ' ' : ''}${behind}`;
    }
    default:
      return pair?.colon === undefined
        ? text
        : `${before}? ${text.slice(start, pair.colon)}\n${indentOf(text, start)}${text.slice(pair.colon)}`;
  }
}

const PROPERTIES: readonly string[] = ['&a ', '! ', '!!str ', '!!map ', '!!seq ', '!!set ', '!x '];
const COMMENTS: readonly string[] = [' # c\n  ', '# c\n', '\n\n  ', '\t', '\r\n '];
const SEPARATORS: readonly string[] = [', ', ',', ' , ', ',\n  ', ', # c\n  ', ',\t', ',\r\n  '];

function isShort({ node }: Visited): boolean {
  return node.span.end - node.span.start <= LONGEST;
}

/** A node in brackets; content in block style or on several lines is put in quotes. */
function flowOf(node: Node, text: string, random: Random): string {
  const separator = random.pick(SEPARATORS);
  const write = (one: Node): string => {
    if (one.kind === 'sequence') return `[${one.items.map(write).join(separator)}]`;
    if (one.kind === 'mapping')
      return `{${one.pairs.map(({ key, value }) => `${write(key)}: ${write(value)}`).join(separator)}}`;
    const source = text.slice(one.span.start, one.span.end);
    return one.kind === 'scalar' && /[\r\n]/.test(source) ? JSON.stringify(one.text) : source;
  };
  return write(node);
}

function indentOf(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return text.slice(start, at).replace(/\S/g, ' ');
}
