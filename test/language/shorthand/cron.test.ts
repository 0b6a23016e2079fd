import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

const good = [
  '* * * * *',
  '*/30 8-18/2 1,15 jan-MAR mon-fri',
  '  0\t8 * * 0 ',
  '0 0 last * *',
  '0 0 LAST5 jan/2 mon-5',
  '0-0/5 0 1 1 0',
  '5/7 * * * *',
  '٣ * * * *',
];

checkValues(
  'cron',
  good.map((text) => [text, text]),
);

checkValues('cron', [[{ plain: '~' }, null]]);

checkParts('cron', [
  [
    '0 8  * * mon-fri',
    [
      ['minute', '0'],
      ['hour', '8'],
      ['day', '*'],
      ['month', '*'],
      ['day_of_week', 'mon-fri'],
    ],
  ],
]);

const code = 'cron';

checkRefusals('cron', [
  { input: '@daily', code, suggestion: '0 0 * * *' },
  { input: '@reboot', code },
  { input: '0 8 * *', code },
  { input: '0 30 8 * * mon', code, suggestion: '30 8 * * mon' },
  { input: '5 30 8 * * mon', code },
  { input: '0 8 * * «7»', code, suggestion: 'sun' },
  { input: '0 8 * * «1-7»', code, suggestion: 'mon-sun' },
  { input: '0 8 * * «0-7»', code, suggestion: 'mon-sun' },
  { input: '0 8 * * mon,«6-7»', code, suggestion: 'sat-sun' },
  { input: '0 8 * * 1-«7»/2', code },
  { input: '0 8 * * «monday»', code, suggestion: 'mon' },
  { input: '0 8 * * mon,«funday»', code },
  { input: '0 8 * «january» *', code, suggestion: 'jan' },
  { input: '0 8 * * «fri-mon»', code, suggestion: 'fri-sun,mon' },
  { input: '0 8 * * «sun-mon»', code, suggestion: 'sun,mon' },
  { input: '0 8 * «nov-feb» *', code, suggestion: 'nov-dec,jan-feb' },
  { input: '0 «22-6» * * *', code, suggestion: '22-23,0-6' },
  { input: '«10-5/2» * * * *', code },
  { input: '0 «*/24» * * *', code, suggestion: '0' },
  { input: '*/«0» * * * *', code },
  { input: '5-9/«5» * * * *', code },
  { input: '5-5/«1» * * * *', code },
  { input: '«60» * * * *', code },
  { input: '0-«60» * * * *', code },
  { input: '«70»/5 * * * *', code },
  { input: '0 0 «0» * *', code },
  { input: '0 0 «?» * *', code, suggestion: '*' },
  { input: '0 0 «L» * *', code, suggestion: 'last' },
  { input: '0 0 «1W» * *', code },
  { input: '0 0 * * «1#2»', code },
  { input: '1«,»,2 * * * *', code, suggestion: '' },
  { input: '0 1«,» * * *', code, suggestion: '' },
  { input: '0 «,»1 * * *', code, suggestion: '' },
  { input: '0 «,» * * *', code },
  { input: { plain: '5' }, code },
  { input: { plain: 'yes' }, code },
]);
