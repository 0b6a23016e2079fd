/** A mistake in YAML: the text with `⟦⟧` around the place, the problem's code and the beginning of its message. */
export type Mistake = readonly [marked: string, code: string, message: string];

/** The text of a mistake without its marks, and the span between them. */
export function unmarked([marked]: Mistake) {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return { text: marked.replace(/[⟦⟧]/g, ''), span: { start, end } };
}

/** Texts that PyYAML rejects, each with the one problem that we report. */
export const MISTAKES: readonly Mistake[] = [
  // Tabs.
  ['type: task\n⟦\t⟧name: x\n', 'tab-indentation', 'YAML does not allow tabs for indentation'],
  [
    'commands:\n  - a\n⟦ \t ⟧- b\n'.replace('⟦ ', ' ⟦'),
    'tab-indentation',
    'YAML does not allow tabs',
  ],
  ['type:⟦\t⟧task\n', 'tab-indentation', 'A tab is not allowed here'],
  ['type: task⟦\t⟧\n', 'tab-indentation', 'A tab is not allowed at the end'],
  // Indentation.
  ['a:\n    b: c\n  ⟦d⟧: e\n', 'yaml-syntax', 'The indentation of this line does not match'],
  ['a:\n  - b\n ⟦c⟧: d\n', 'yaml-syntax', 'The indentation of this line does not match'],
  ['a: hello\n  ⟦b⟧: c\n', 'yaml-syntax', 'This line is read as part of the value above'],
  ['a: b\n⟦-⟧ c\n', 'yaml-syntax', 'A list item is not allowed here'],
  ['- a\n⟦b⟧: c\n', 'yaml-syntax', 'A property is not allowed directly in a list'],
  ['a: >-\n  b\n ⟦c⟧\n', 'yaml-syntax', 'The value of this property ended'],
  // Colons and dashes.
  ['⟦hello⟧\ntype: task\n', 'yaml-syntax', 'Missing colon after `hello`.'],
  ['resources:\n  gpu: 24GB\n  ⟦spot⟧\n', 'yaml-syntax', 'Missing colon after `spot`.'],
  ['env:\n  - A=b\n⟦spot⟧\nname: a\n', 'yaml-syntax', 'Missing colon after `spot`.'],
  ['type: task\n⟦gpu 24GB⟧\nname: a\n', 'yaml-syntax', 'Expected a property (`name: value`).'],
  [
    'commands:\n⟦hello⟧\ntype: task\n',
    'yaml-syntax',
    'Expected `hello:` (a property) or `- hello` (a list item).',
  ],
  [
    'env:\n  # one\n  ⟦hello⟧\n  C: d\n',
    'yaml-syntax',
    'Expected `hello:` (a property) or `- hello` (a list item).',
  ],
  [
    'env:\n  ⟦A=b⟧ # c\n  C: d\n',
    'yaml-syntax',
    'Expected a property (`name: value`) or a list item (`- A=b`).',
  ],
  ['⟦name:⟧x\ntype: task\n', 'yaml-syntax', 'Missing space after the colon in `name:`'],
  ['⟦hosts:⟧- a\ntype: task\n', 'yaml-syntax', 'The list of `hosts:` must begin on the next line.'],
  ['a: b⟦:⟧ c\n', 'yaml-syntax', 'A second `: ` on the line'],
  ['⟦:⟧ a\n', 'yaml-syntax', 'The key before this `:` is missing'],
  ['a: ⟦-⟧ b\n', 'yaml-syntax', 'A list cannot start on the line of its property'],
  ['a: ⟦?⟧ b\n', 'yaml-syntax', 'A key that starts with `? `'],
  [`⟦k⟧${'k'.repeat(1100)}: v\n`, 'yaml-syntax', 'A key can have at most 1024 characters'],
  // Merge conflicts.
  ['⟦<<<<<<< a\nb: c\n=======\nb: d\n>>>>>>> e⟧\n', 'merge-conflict', 'A merge conflict is not'],
  ['a: b\n⟦=======⟧\nc: d\n', 'merge-conflict', 'This line is left over from a merge'],
  // Quotes.
  ['a: ⟦"⟧b\nc: d\n', 'yaml-syntax', 'This quote is never closed'],
  ['⟦"⟧a\n b": c\n', 'yaml-syntax', 'A key must be on one line'],
  ["a: ⟦'⟧b\nc: 'd'\n", 'yaml-syntax', 'This quote is closed only on a later line'],
  ["a: 'it'⟦s'⟧\n", 'yaml-syntax', 'The value of this property ended before this text'],
  ['a: "⟦\\d⟧"\n', 'yaml-syntax', '`\\d` is not an escape in double quotes'],
  ['a: "⟦\\x1⟧"\n', 'yaml-syntax', '`\\x` in double quotes needs 2'],
  ['a: "⟦\\UFFFFFFFF⟧"\n', 'yaml-syntax', '`\\U` in double quotes needs 8'],
  // Characters with a meaning.
  ['a: ⟦@b⟧ c\n', 'yaml-syntax', 'A value cannot start with `@`'],
  ['a: ⟦`b`⟧\n', 'yaml-syntax', 'A value cannot start with a backtick'],
  ['a: ⟦%b⟧\n', 'yaml-syntax', 'A value cannot start with `%`'],
  ['a: ⟦*⟧\n', 'yaml-syntax', '`*` starts an alias'],
  ['a: ⟦&.b⟧\n', 'yaml-syntax', '`&` starts an anchor'],
  ['a: ⟦!<b⟧\n', 'yaml-syntax', '`!` starts a tag'],
  ['a: [⟦|⟧]\n', 'yaml-syntax', 'A block of text with `|` is not allowed in brackets'],
  ['a: |⟦x⟧\n  b\n', 'yaml-syntax', 'Only `+`, `-`, a digit or a comment'],
  ['a: | ⟦x⟧\n  b\n', 'yaml-syntax', 'The text after `|` or `>` starts on the next line'],
  ['a: |⟦0⟧\n  b\n', 'yaml-syntax', 'The indentation of a block of text'],
  ['a: b⟦\u0007⟧\n', 'yaml-syntax', 'The invisible character U+0007'],
  ['a: b⟦\u0000⟧\n', 'yaml-syntax', 'The invisible character U+0000'],
  // Brackets.
  ['a: ⟦[⟧b, c\n', 'yaml-syntax', 'This bracket is never closed. Add `]`'],
  ['a: ⟦{⟧b: c\nd: e\n', 'yaml-syntax', 'This bracket is never closed. Add `}`'],
  ['a: ⟦]⟧\n', 'yaml-syntax', 'There is no open bracket for this `]`'],
  ['a: [⟦}⟧\n', 'yaml-syntax', 'The bracket `[` cannot be closed with `}`'],
  ['a: {b: c⟦]⟧\n', 'yaml-syntax', 'A `,` or the closing `}` is missing'],
  ['a: [⟦,⟧]\n', 'yaml-syntax', 'The value before this comma is missing'],
  ['a: [⟦-⟧ b]\n', 'yaml-syntax', 'A list with `- ` is not allowed in brackets'],
  // Directives and documents.
  ['⟦%YAML 2.0⟧\n---\na: b\n', 'yaml-syntax', 'dstack reads YAML 1 only'],
  ['%YAML 1.1\n⟦%YAML 1.1⟧\n---\na: b\n', 'yaml-syntax', 'YAML allows one `%YAML` line'],
  ['%TAG !a! b\n⟦%TAG !a! c⟧\n---\na: b\n', 'yaml-syntax', '`!a!` is declared twice'],
  ['⟦%YAML⟧ one\n---\na: b\n', 'yaml-syntax', 'A line that starts with `%` is a directive'],
  ['⟦%YAML 1.1⟧\na: b\n', 'yaml-syntax', 'A line that starts with `%` must be followed by `---`'],
  ['a: b\n...\n⟦c⟧: d\n', 'yaml-syntax', 'Only a new document with `---` can follow'],
  ['a: b\n⟦---⟧\nc: d\n', 'several-documents', 'dstack reads files with one document only'],
  ['---\na: b\n⟦---⟧\n', 'several-documents', 'dstack reads files with one document only'],
  // Anchors, aliases and tags.
  ['a: ⟦*b⟧\n', 'unknown-alias', 'There is no anchor `&b` before this alias'],
  ['a: ⟦*b⟧ c: d\ne: "\n', 'unknown-alias', 'There is no anchor `&b` before this alias'],
  ['a: ⟦*b⟧\nc: &b d\n', 'unknown-alias', 'There is no anchor `&b` before this alias'],
  ['a: &b 1\nc: ⟦&b⟧ 2\n', 'yaml-syntax', 'The anchor `&b` exists already'],
  ['a: ⟦!b!c⟧ d\n', 'yaml-syntax', 'The tag handle `!b!` is not declared'],
  ['a: ⟦!b⟧ c\n', 'yaml-tag', 'dstack does not accept the tag `!b` here'],
  [
    'a: ⟦!!python/object:b⟧ {}\n',
    'yaml-tag',
    'dstack does not accept the tag `!!python/object:b` here',
  ],
  ['a: ⟦!!str⟧ [b]\n', 'yaml-tag', 'dstack does not accept the tag `!!str` here'],
  ['a: ⟦!!set⟧ [b]\n', 'yaml-tag', 'dstack does not accept the tag `!!set` here'],
  // Values.
  ['a: ⟦2026-13-01⟧\n', 'invalid-scalar', 'YAML reads `2026-13-01` as a date'],
  ['a: !!int ⟦abc⟧\n', 'invalid-scalar', '`abc` cannot be read as an integer'],
  ['a: !!bool ⟦maybe⟧\n', 'invalid-scalar', '`maybe` cannot be read as a boolean'],
  ['a: ⟦!!int⟧\n', 'invalid-scalar', '`""` cannot be read as an integer'],
  ['a: ⟦<<⟧\n', 'invalid-scalar', '`<<` merges a mapping into another'],
  ['a: ⟦=⟧\n', 'invalid-scalar', 'A lone `=` has a meaning'],
  ['<<: ⟦a⟧\n', 'wrong-type', 'The value of `<<` must be a mapping or a list of mappings'],
  ['a: !!omap [⟦b⟧]\n', 'wrong-type', 'Each item of an ordered map'],
  ['a: {⟦{ b }⟧}\n', 'unhashable-key', 'A mapping cannot be a key'],
  ['? ⟦- a⟧\n: b\n', 'unhashable-key', 'A list cannot be a key'],
];
