import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

const longest = `/${'😀'.repeat(2047)}`;

checkValues('probe-url', [
  ['/', '/'],
  ['/health?deep=1', '/health?deep=1'],
  ['/a b/é', '/a b/é'],
  [longest, longest],
  [{ plain: '~' }, null],
]);

checkParts('probe-url', [['/health', [['path', '/health']]]]);

const code = 'probe-url';

checkRefusals('probe-url', [
  { input: 'health', code, suggestion: '/health' },
  { input: 'http://localhost:8000/health', code, suggestion: '/health' },
  { input: 'https://localhost', code, suggestion: '/' },
  { input: '', code, suggestion: '/' },
  { input: '/a«\t»b', code, suggestion: '%09' },
  { input: '/a«\u200b»', code, suggestion: '%E2%80%8B' },
  { input: '/a«\ud800»', code, suggestion: '' },
  { input: `${longest}x`, code },
  { input: { plain: '5' }, code, suggestion: '/5' },
  { input: { plain: 'yes' }, code },
]);
