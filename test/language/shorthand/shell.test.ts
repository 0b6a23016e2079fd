import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

checkValues('shell', [
  ['sh', 'sh'],
  ['bash', 'bash'],
  ['/usr/bin/zsh', '/usr/bin/zsh'],
  ['/', '/'],
  [{ plain: '~' }, null],
]);

checkParts('shell', [
  ['bash', [['keyword', 'bash']]],
  ['/bin/sh', [['path', '/bin/sh']]],
]);

const code = 'shell';

checkRefusals('shell', [
  { input: 'zsh', code, suggestion: '/usr/bin/zsh' },
  { input: 'Bash', code, suggestion: 'bash' },
  { input: 'bin/sh', code, suggestion: '/bin/sh' },
  { input: './sh', code },
  { input: '', code },
  { input: { plain: '5' }, code },
  { input: { plain: 'yes' }, code },
]);
