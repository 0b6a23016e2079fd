import { lexer, type Token } from 'marked';
import { element } from './elements';

/**
 * Markdown as nodes. Nothing of it becomes HTML by itself: what looks like HTML stays text, there are no pictures, and
 * only `https` is linked to.
 */
export function markdownNodes(markdown: string): readonly Node[] {
  return nodesOf(lexer(markdown));
}

function nodesOf(tokens: readonly Token[] = []): readonly Node[] {
  return tokens.flatMap(nodeOf);
}

function nodeOf(token: Token): Node | readonly Node[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'heading':
      return element('h3', {}, nodesOf(token.tokens));
    case 'paragraph':
      return element('p', {}, nodesOf(token.tokens));
    case 'strong':
    case 'em':
    case 'blockquote':
      return element(token.type, {}, nodesOf(token.tokens));
    case 'codespan':
      return element('code', {}, [new Text(token.text)]);
    case 'code':
      return element('pre', {}, [element('code', {}, [new Text(token.text)])]);
    case 'list':
      return element(token.ordered ? 'ol' : 'ul', {}, nodesOf(token.items));
    case 'list_item':
      return element('li', {}, nodesOf(token.tokens));
    case 'hr':
    case 'br':
      return element(token.type, {}, []);
    case 'link':
      return link(token.href, nodesOf(token.tokens));
    case 'text':
      return token.tokens ? nodesOf(token.tokens) : new Text(token.text);
    case 'escape':
      return new Text(token.text);
    default:
      return new Text(token.raw);
  }
}

function link(address: string, content: readonly Node[]): Node | readonly Node[] {
  if (!address.startsWith('https://')) return content;
  const anchor = element('a', {}, content);
  anchor.href = address;
  anchor.target = '_blank';
  anchor.rel = 'noopener noreferrer';
  return anchor;
}
