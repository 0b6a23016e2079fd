import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

const longest = 'x'.repeat(256);

checkValues('tag-value', [
  ['ml team', 'ml team'],
  ['a.b:c/d=e_f-g+h@i', 'a.b:c/d=e_f-g+h@i'],
  ['', ''],
  [longest, longest],
  ['a\n', 'a\n'],
]);

checkParts('tag-value', [['a', [['value', 'a']]]]);

const code = 'tag-value';

checkRefusals('tag-value', [
  { input: 'R«&»D', code, suggestion: '-' },
  { input: 'a«#b c!»d', code, suggestion: '-b c-' },
  { input: 'caf«é»', code, suggestion: 'e' },
  { input: 'a«\n»b', code, suggestion: '-' },
  { input: `${longest}x`, code },
  { input: { plain: '5' }, code },
  { input: { plain: 'yes' }, code },
]);
