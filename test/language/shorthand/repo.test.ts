import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

checkValues('repo', [
  ['.', { local_path: '.' }],
  ['..:/app', { local_path: '..', path: '/app' }],
  ['C:\\repo:~/app', { local_path: 'C:\\repo', path: '~/app' }],
  ['https://github.com/org/repo', { url: 'https://github.com/org/repo' }],
  ['https://github.com/org/repo:/app', { url: 'https://github.com/org/repo', path: '/app' }],
  ['git@github.com:org/repo.git:app', { url: 'git@github.com:org/repo.git', path: 'app' }],
  ['a@b', { local_path: 'a@b' }],
  ['C://x', { url: 'C://x' }],
  ['x:', { local_path: 'x', path: '' }],
]);

checkValues('repo-path', [
  ['~', '~'],
  ['~//user', '~//user'],
  ['', ''],
  [{ plain: '1.0' }, '1.0'],
]);

checkParts('repo', [
  ['.', [['local-path', '.']]],
  [
    'git@host:a:/app',
    [
      ['url', 'git@host:a'],
      ['path', '/app'],
    ],
  ],
]);

checkRefusals('repo', [
  { input: '.:«~root»/app', code: 'repo-shorthand', suggestion: '/root' },
  { input: '.:«~me»', code: 'repo-shorthand', suggestion: '/home/me' },
  { input: 'https://host:8080/org/repo:/app', code: 'repo-shorthand' },
  { input: '.:/app:ro', code: 'repo-shorthand' },
  { input: ':/app', code: 'repo-shorthand' },
  { input: '', code: 'repo-shorthand' },
  { input: { plain: '5' }, code: 'repo-shorthand' },
]);

checkRefusals('repo-path', [
  { input: '«~me»/x', code: 'repo-shorthand', suggestion: '/home/me' },
  { input: { plain: 'off' }, code: 'repo-shorthand' },
]);
