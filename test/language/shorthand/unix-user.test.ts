import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

const good = ['root', '1000', '1000:1000', 'user:group', '-a', '1_0:+2', ' 1 ', '1.5'];

checkValues(
  'unix-user',
  good.map((text) => [text, text]),
);

checkValues('unix-user', [
  [{ plain: '1000' }, '1000'],
  [{ plain: '~' }, null],
]);

checkParts('unix-user', [
  [
    '1000:docker',
    [
      ['user', '1000'],
      ['group', 'docker'],
    ],
  ],
]);

const code = 'unix-user';

checkRefusals('unix-user', [
  { input: '1000:', code, suggestion: '1000' },
  { input: ':1000', code },
  { input: 'a:b:c', code },
  { input: '«-1»:1000', code },
  { input: '1000:«-1»', code },
  { input: '«\ud800»', code },
  { input: '', code },
  { input: { plain: '-1' }, code },
  { input: { plain: 'yes' }, code },
]);
