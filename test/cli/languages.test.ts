import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTree, printedBy, RIGHT, WRONG, type Printed } from '../support/check/command-line';
import { checkPseudo } from '../support/check/translated';
import { table } from '../support/table';

type Env = Readonly<Record<string, string>>;

/** Runs a command line in a folder with a wrong and a right file. */
function printed(env: Env, ...args: readonly string[]): Printed {
  let result: Printed | undefined;
  inTree((tree) => {
    tree.file('a.dstack.yml', WRONG);
    tree.file('b.dstack.yml', RIGHT);
    result = printedBy(args, tree.folder, { env });
  });
  assert.ok(result);
  return result;
}

const totalIn = (env: Env) => printed(env, 'check', '@').out.trimEnd().split('\n').at(-1);

const [ENGLISH, GERMAN, CHINESE] = [
  '2 files checked: 1 error, 0 warnings.',
  '2 Dateien geprüft: 1 Fehler, 0 Warnungen.',
  '已检查 2 个文件：1 个错误，0 个警告。',
];

/** Variables, and the last line of a report. */
const VARIABLES: readonly (readonly [env: Env, total: string])[] = [
  [{}, ENGLISH],
  [{ LANG: 'C' }, ENGLISH],
  [{ LANG: 'C.UTF-8' }, ENGLISH],
  [{ LANG: 'fr_FR.UTF-8' }, ENGLISH],
  [{ LANG: 'de_DE.UTF-8' }, GERMAN],
  [{ LANG: 'de_AT.utf8' }, GERMAN],
  [{ LANG: 'de' }, GERMAN],
  [{ LANG: 'zh_CN.UTF-8' }, CHINESE],
  [{ LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'de_DE.UTF-8' }, CHINESE],
  [{ LC_ALL: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8' }, ENGLISH],
  [{ LC_ALL: '', LANG: 'de_DE.UTF-8' }, GERMAN],
  // A terminal with another charset would show other characters.
  [{ LANG: 'zh_CN.GBK' }, ENGLISH],
  [{ LANG: 'de_DE.ISO-8859-1' }, ENGLISH],
];

table('the variables of POSIX choose the language', VARIABLES, ([env, total]) => {
  assert.equal(totalIn(env), total);
});

const PSEUDO = { LC_ALL: 'qps-ploc' };

/** Command lines that fail, and what is said first. */
const FAILING: readonly (readonly [args: readonly string[], said: string])[] = [
  [['check', '@/none.dstack.yml'], '@/none.dstack.yml: [ñö šüçh fílé ör földér]'],
  [['check', '@/*.none'], '@/*.none: [ñö çöñfígürátíöñ mátçhéš thíš páttérñ]'],
  [['check', '@/a.dstack.yml', '--exclude=x', '@/c'], '@/c: [ñö šüçh fílé ör földér]'],
  [['explain', 'unknown-kex'], '[Uñkñöwñ çödé: unknown-kex. Díd ýöü méáñ unknown-key?]'],
  [['schema', 'none'], '[Uñkñöwñ týpé: none. Théré áré configuration, '],
  [['check', '--max-warnings=x'], '[--máx-wárñíñgš ñéédš á ñümbér]'],
];

table('what fails is said in the language', FAILING, ([args, said]) => {
  const { err, code } = printed(PSEUDO, ...args);
  assert.equal(code, 2);
  assert.ok(err.startsWith(said), err);
});

test('a report is in the language but for messages, names and codes', () => {
  const { out } = printed(PSEUDO, 'check', '@');
  const lines = out.split('\n');
  assert.match(lines[0] ?? '', /^@\/a\.dstack\.yml:2:1: \[érrör\]: /);
  assert.match(out, /= \[fíx: \[Cháñgé tö `commands`\]\]/);
  checkPseudo(lines.at(-2) ?? '', out);
});

/** For programs: the words are those of their formats. */
const MACHINE: readonly string[] = ['json', 'sarif', 'github', 'gitlab'];

table('formats for programs are in English', MACHINE, (format) => {
  const args = ['check', `--format=${format}`, '@'];
  // The fingerprint of a problem has its path in it.
  const withoutFolder = ({ out }: Printed) => out.replace(/dstack-tree-\w+|[0-9a-f]{64}/g, '');
  assert.equal(
    withoutFolder(printed({ LANG: 'de_DE.UTF-8' }, ...args)),
    withoutFolder(printed({}, ...args)),
  );
});

test('the severities of the format text are those that tools look for', () => {
  const { out } = printed({ LANG: 'de_DE.UTF-8' }, 'check', '--format=text', '@');
  assert.match(out, /a\.dstack\.yml:2:1: error: /);
});

table('help fits a terminal of 120 columns', ['en', 'de', 'zh_CN'], (LANG) => {
  const { out } = printed({ LANG }, '--help');
  for (const line of out.split('\n')) {
    const wide = line.match(/[\u2e80-\u9fff\uff00-\uff60]/g)?.length ?? 0;
    assert.ok(line.length + wide <= 121, line);
    assert.equal(line, line.trimEnd());
  }
});

test('help is in the language, with the same names', () => {
  const namesIn = (LANG: string) =>
    printed({ LANG }, '--help')
      .out.match(/^ {2}-[^ ].{20}/gm)
      ?.map((name) => name.trim());
  const english = namesIn('en');
  assert.ok(english && english.length > 10);
  assert.deepEqual(namesIn('de'), english);
  assert.deepEqual(namesIn('zh_CN'), english);
});

test('explain lists the codes with titles in the language', () => {
  const { out } = printed({ LANG: 'de' }, 'explain');
  assert.match(out, /^unknown-key +Unbekannte Eigenschaft$/m);
});

test('a wrong option is named in the language, and how to get help', () => {
  const { err, code } = printed({ LANG: 'de' }, 'check', '--format=x');
  assert.equal(code, 2);
  assert.match(err, /^Unbekanntes Format: x\. Es gibt full, .*\n.*dstack-check --help.*\n$/);
});
