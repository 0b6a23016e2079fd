import assert from 'node:assert/strict';
import { templateOf, textOf } from '../../playground/src/editor/snippet';
import { table } from '../support/table';

/** A snippet of LSP, the indentation of its first line, the template of CodeMirror, and the text alone. */
const SNIPPETS: readonly (readonly [
  snippet: string,
  indentation: string,
  template: string | undefined,
  text: string,
])[] = [
  ['commands:\n  - $0', '', 'commands:\n  - ${999:}', 'commands:\n  - '],
  ['gpu: ${1:24GB}$0', '', 'gpu: ${1:24GB}${999:}', 'gpu: 24GB'],
  ['"${1|3.12,3.13|}"', '', '"${1:3.12}"', '"3.12"'],
  ['${1|a\\,b,c|}', '', '${1:a,b}', 'a,b'],
  ['\\${{ secrets.$1 }\\}', '', '$\\{\\{ secrets.${1:} \\}\\}', '${{ secrets. }}'],
  ['a \\\\\\$ \\} {', '', 'a \\$ \\} \\{', 'a \\$ } {'],
  ['${1:a\\}b}', '', 'a\\}b', 'a}b'],
  ['env:\n    - $1', '  ', 'env:\n  - ${1:}', 'env:\n    - '],
  ['a:\n\n  b: $0', '  ', 'a:\n\nb: ${999:}', 'a:\n\n  b: '],
  ['a:\nb: $0', '  ', undefined, 'a:\nb: '],
  ['$', '', '$', '$'],
];

table('a snippet becomes a template', SNIPPETS, ([snippet, indentation, template, text]) => {
  assert.equal(templateOf(snippet, indentation), template);
  assert.equal(textOf(snippet), text);
});
