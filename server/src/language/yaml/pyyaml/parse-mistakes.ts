import { problem } from '../../problem/problem';
import { span, type Span } from '../../base/span';
import { lineEnd, spansLines, standsAlone } from './lines';
import { refuseMissingColon } from './missing-colon';
import { wordAt } from './reader';
import { Refusal } from './refusal';
import type { ScalarToken, Token } from './token';

/** The messages of the parser's mistakes, at the places where a person would look. */

function refuse(at: Span, message: string): never {
  throw new Refusal(problem('yaml-syntax', span(at.start, at.end), message));
}

/** At something that is neither the next property or item of a block nor its end. */
export function refuseInBlock(
  text: string,
  kind: 'mapping' | 'sequence',
  token: Token,
  last: Token | undefined,
): never {
  const at = place(text, token);
  switch (token.kind) {
    case 'block-mapping-start':
    case 'block-sequence-start':
      if (isBareLine(text, last)) refuseMissingColon(text, last.start);
      return refuseIndentation(at);
    case '-':
      return refuse(
        at,
        'A list item is not allowed here: put it below a property that has no value yet.',
      );
    case '?':
      return refuse(
        at,
        'A property is not allowed directly in a list. Start the item with `- `, or indent it differently.',
      );
    case ':':
      return refuse(at, 'The key before this `:` is missing.');
    default:
      return refuseAfterValue(text, token, last, kind === 'sequence' ? 'item' : 'property');
  }
}

/** Whether `last` is plain text on a line of its own, such as a property without a `:`. */
function isBareLine(text: string, last: Token | undefined): last is ScalarToken {
  return last?.kind === 'scalar' && last.style === 'plain' && standsAlone(text, last.start);
}

function refuseIndentation(at: Span): never {
  return refuse(
    at,
    'The indentation of this line does not match any line above it. Align it with one.',
  );
}

/** At something after a complete value. */
function refuseAfterValue(
  text: string,
  token: Token,
  last: Token | undefined,
  owner: string,
): never {
  const glued = last?.kind === 'scalar' && last.end === token.start && last.style !== 'plain';
  if (glued && spansLines(text, last)) {
    refuse(
      firstCharacter(last),
      'This quote is closed only on a later line, where text follows it. Is one missing?',
    );
  }
  if (']},'.includes(token.kind)) {
    refuse(
      token,
      `There is no open bracket for this \`${token.kind}\`. Put the value in quotes if it is text.`,
    );
  }
  if (last?.kind === 'scalar' && /[ \t]#/.test(text.slice(last.end, lineEnd(text, last.end)))) {
    refuse(
      place(text, token),
      'A comment ended the text above, so this line is not part of it. Move the comment to a line of its own.',
    );
  }
  return refuse(
    place(text, token),
    `The value of this ${owner} ended before this text. Put the whole value in quotes if it is one text.`,
  );
}

/** At something else than a comma or the bracket that closes the innermost open one. */
export function refuseInFlow(
  text: string,
  open: Token,
  close: ']' | '}',
  token: Token,
  last: Token | undefined,
): never {
  if (isUnclosed(text, open, token)) refuseUnclosed(open, close);
  const glued = last?.kind === 'scalar' && last.end === token.start && last.style !== 'plain';
  if (glued && spansLines(text, last)) refuseAfterValue(text, token, last, 'item');
  return refuse(place(text, token), `A \`,\` or the closing \`${close}\` is missing before this.`);
}

/** If the file ends or continues as if there were no bracket, the bracket is wrong. */
function isUnclosed(text: string, open: Token, token: Token): boolean {
  if (token.kind === 'stream-end' || token.kind.startsWith('document')) return true;
  return token.kind === ':' && spansLines(text, span(open.start, token.start));
}

function refuseUnclosed(open: Token, close: ']' | '}'): never {
  return refuse(open, `This bracket is never closed. Add \`${close}\`.`);
}

/** At something that cannot be a value; `open` is the innermost open bracket. */
export function refuseContent(
  text: string,
  token: Token,
  last: Token | undefined,
  open: Token | undefined,
): never {
  if (open && isUnclosed(text, open, token)) refuseUnclosed(open, open.kind === '[' ? ']' : '}');
  switch (token.kind) {
    case '-':
      return refuse(
        token,
        'A list with `- ` is not allowed in brackets. Separate its items with commas.',
      );
    case ',':
      return refuse(token, 'The value before this comma is missing.');
    case ':':
      return refuse(token, 'The key before this `:` is missing.');
    case ']':
    case '}':
      if (open)
        return refuse(
          token,
          `The bracket \`${open.kind}\` cannot be closed with \`${token.kind}\`.`,
        );
      return refuseAfterValue(text, token, last, 'property');
    default:
      return refuse(place(text, token), 'A value is missing here.');
  }
}

/** At something after the document or, after directives, before it. */
export function refuseOutside(text: string, token: Token, last: Token | undefined): never {
  if (last?.kind === 'directive') {
    refuse(
      last,
      'A line that starts with `%` must be followed by `---`. Remove it, or quote the text.',
    );
  }
  if (last?.kind === 'document-end') {
    refuse(place(text, token), 'Only a new document with `---` can follow `...`.');
  }
  if (token.kind.startsWith('block')) refuseIndentation(place(text, token));
  return refuseAfterValue(text, token, last, 'file');
}

function place(text: string, token: Token): Span {
  if (token.kind === 'scalar')
    return span(token.start, Math.min(token.end, lineEnd(text, token.start)));
  return token.end > token.start ? token : wordAt(text, token.start);
}

function firstCharacter(at: Span): Span {
  return span(at.start, at.start + 1);
}
