import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  Analysis,
  codeActions,
  diagnostics,
  visible,
  visibleLine,
} from '../../server/src/language';
import { FORMATS } from '../../server/src/cli/formats';
import { inTree, makePipe, NO_UNIX, WRONG } from '../support/check/command-line';
import { table } from '../support/table';

/** Every character that must not reach a terminal, an annotation or a log. */
const UNSAFE = [
  ...[0xad, 0x115f, 0x1160, 0x17b4, 0x180e, 0x200b, 0x2060, 0x2064, 0x3164, 0xffa0],
  ...range(0x00, 0x08),
  ...range(0x0b, 0x1f),
  ...range(0x7f, 0x9f),
  ...[0x61c, 0x200e, 0x200f, 0x2028, 0x2029, 0xfeff],
  ...range(0x202a, 0x202e),
  ...range(0x2066, 0x206f),
  ...[0xd800, 0xdbff, 0xdc00, 0xdfff],
];

/** The same where a text is read from a file or a file has the name: no NUL, no half of a surrogate. */
const IN_NAMES = UNSAFE.filter((code) => code !== 0 && (code < 0xd800 || code > 0xdfff)).map(
  (code) => String.fromCodePoint(code),
);

const ANY =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\u00ad\u115f\u1160\u17b4\u180e\u200b\u2060-\u2064\u3164\uffa0\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|\p{Cs}/u;

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

test('each unsafe character is shown as an escape, others as they are', () => {
  for (const code of UNSAFE) {
    const character = String.fromCharCode(code);
    const expected = `a\\u{${code.toString(16)}}b`;
    assert.equal(visible(`a${character}b`), expected);
    assert.equal(visibleLine(`a${character}b`), expected);
  }
  const fine = 'é ß 😀 日本 👩‍👩‍👧 ش \u00a0 $`"\\';
  assert.equal(visibleLine(fine), fine);
  assert.equal(visible('a\tb\nc'), 'a\tb\nc');
  assert.equal(visibleLine('a\tb\nc'), 'a\\u{9}b\\u{a}c');
});

test('what the runner of a build takes for a command is none', () => {
  assert.equal(visibleLine('## a heading'), '## a heading');
});

table(
  'what the runner of a build takes for a command is none',
  ['##[error]a', '##vso[task.a]b', "##teamcity[a 'b']", '###[x]', '##[a]##[b]'],
  (command) => assert.doesNotMatch(visibleLine(command), /##[\w.]*\[/),
);

/** Names of files that forge something where they are printed as they are. */
const NAMES = [
  '\n::error::forged.dstack.yml',
  '\r::error::forged.dstack.yml',
  '::stop-commands::x.dstack.yml',
  ' ::error::forged.dstack.yml',
  '\t::error::forged.dstack.yml',
  '##[error]forged.dstack.yml',
  '\u001b]0;title\u0007.dstack.yml',
  '\u001b[31m.dstack.yml',
  '\u009b31m.dstack.yml',
  '\u202egnp.dstack.yml',
  '\u2066a\u2069.dstack.yml',
  '-rf.dstack.yml',
  '%0A::error::a.dstack.yml',
  'a,b:c=d.dstack.yml',
];

for (const format of Object.keys(FORMATS)) {
  test(`--format ${format}: names of files forge nothing`, { skip: NO_UNIX }, () => {
    inTree((tree) => {
      const names = [...NAMES, ...IN_NAMES.map((character) => `a${character}b.dstack.yml`)];
      for (const name of names) tree.file(name, WRONG);
      makePipe(tree.at('\n::error::pipe.dstack.yml'));
      makePipe(tree.at('::error::pipe.dstack.yml'));
      const folder = process.cwd();
      process.chdir(tree.folder);
      try {
        const { out, err } = tree.check('--format', format, '.', '\n::error::missing', '::x::y');
        harmless(out, format);
        harmless(err, 'text');
      } finally {
        process.chdir(folder);
      }
    });
  });
}

/** Nothing in it is unsafe, and no line of it is a command but those of `--format github`, one a problem. */
function harmless(output: string, format: string): void {
  assert.doesNotMatch(output, ANY);
  for (const line of output.split('\n')) {
    if (format !== 'github') assert.doesNotMatch(line, /^\s*::/, line);
    assert.doesNotMatch(
      line,
      format === 'github' ? /##[\w.]*\[|^(?!::(?:error|warning|notice) file=|$)/ : /^-/,
      line,
    );
    if (format === 'text') assert.doesNotMatch(line, /##[\w.]*\[/, line);
  }
}

for (const format of [...Object.keys(FORMATS), 'diff']) {
  test(`--format ${format}: texts of a file forge nothing`, () => {
    inTree((tree) => {
      const escapes = UNSAFE.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('');
      const raw = IN_NAMES.filter((character) => character >= '\u00a0').join('');
      tree.file('a.dstack.yml', `type: "${escapes}"\n`);
      tree.file('b.dstack.yml', `type: task\n"${escapes}": 1\ncommands: [ls]\n`);
      tree.file('c.dstack.yml', `type: task\n${raw}a: "${raw}"\ncommands: [ls]\n`);
      tree.file('d.dstack.yml', `type: task\nname: "a\\n::error::b\\r\\n##[error]c"\n`);
      tree.file('e.dstack.yml', `type: task\n\u0007\u001b[31m: 1\n`);
      tree.file(
        'f.dstack.yml',
        `::error::a: 1 # ${raw.replace(/[\u2028\u2029]/g, '')} ##[error]x\ncomands: [ls]\ntype: task\n`,
      );
      const args = format === 'diff' ? ['--fix', '--dry-run'] : ['--format', format];
      const { out, err } = tree.check(...args, '@');
      assert.match(out, format === 'diff' ? /\+commands/ : /a\.dstack\.yml/);
      if (format === 'diff') {
        assert.doesNotMatch(out, ANY);
        for (const line of out.split('\n')) assert.doesNotMatch(line, /^\s*::|##[\w.]*\[/);
      } else harmless(out, format);
      harmless(err, 'text');
    });
  });
}

test('json has the same values all the same', () => {
  inTree((tree) => {
    tree.file('a\u202e.dstack.yml', `type: task\n"\u202e\\x07": 1\ncommands: [ls]\n`);
    const [finding] = JSON.parse(tree.check('--format', 'json', '@').out) as { file: string }[];
    assert.equal(finding?.file, `@/a\u202e.dstack.yml`);
  });
});

test('wrong usage forges nothing', () => {
  inTree((tree) => {
    for (const args of [
      ['--\u001b[31m'],
      ['--a\n::error::b'],
      ['--format', '\u202e\n::error::b'],
    ]) {
      const { code, err } = tree.check(...args, '@');
      assert.equal(code, 2);
      harmless(err.slice(0, err.indexOf('Usage')), 'text');
    }
  });
});

test('what an editor shows of a text has no unsafe character either', () => {
  const escapes = UNSAFE.map((code) => `\\u${code.toString(16).padStart(4, '0')}`);
  const raw = IN_NAMES.filter(
    (character) => character >= '\u00a0' && !/[\u2028\u2029]/.test(character),
  );
  let shown = 0;
  for (const part of [...escapes, escapes.join(''), ...raw, '\u0007', '\u001b[31m']) {
    for (const text of [
      `type: "a${part}b"\n`,
      `type: task\ncommands: [ls]\n"command${part}": 1\nname: "x${part}y"\n`,
      `type: task\ncommands: [ls]\nresources: {gpu: "A100${part}", memory: "${part}"}\nports: ["${part}"]\n`,
      `type: task\ncommands: ["\${{ x${part}.y }}"]\nschedule: {cron: "${part}"}\nenv: ["${part}"]\n`,
      `type: fleet\nname: "a${part}b"\nnodes: "${part}"\ntags: {"${part}": "${part}"}\n`,
    ]) {
      const analysis = new Analysis({ uri: 'file:///w/.dstack.yml', text });
      const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
      const problems = diagnostics(analysis);
      const actions = codeActions(analysis, {
        range,
        context: { diagnostics: problems },
        version: null,
      });
      for (const one of [
        ...problems.map(({ message }) => String(message)),
        ...actions.map(({ title }) => title),
      ]) {
        assert.doesNotMatch(one, ANY);
        shown++;
      }
    }
  }
  assert.ok(shown > 1000, String(shown));
});

test('characters that nobody sees are shown, also beyond the first 65,536', () => {
  assert.equal(visibleLine('a\u{e0041}\u{e0100}\u{1d173}b'), 'a\\u{e0041}\\u{e0100}\\u{1d173}b');
  inTree((tree) => {
    const name = 'a\u{e0041}\u200b.dstack.yml';
    tree.file(name, 'type: task\n"k\u{e0041}": 1\ncommands: [ls]\n');
    for (const format of Object.keys(FORMATS))
      assert.doesNotMatch(tree.check('--format', format, '@').out, ANY);
    const [finding] = JSON.parse(tree.check('--format', 'json', '@').out) as { file: string }[];
    assert.equal(finding?.file, `@/${name}`);
  });
});
