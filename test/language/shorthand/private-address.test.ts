import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

const addresses = [
  '10.0.0.1',
  '172.31.255.255',
  '127.0.0.1',
  'fd00::1',
  'fe80::1%eth0',
  '::1',
  '::ffff:10.0.0.1',
  '::',
  'fc00:0:0:0:0:0:0:1',
  'fc00::1:10.0.0.1',
];

checkValues(
  'private-ip',
  addresses.map((text) => [text, text]),
);

const networks = [
  '10.0.0.0/8',
  '10.0.0.5/24',
  '10.0.0.0',
  '172.16.0.0/255.255.0.0',
  '10.0.0.0/0.255.255.255',
  '10.0.0.0/08',
  'fd00::/8',
  'fe80::1%eth0/64',
];

checkValues(
  'private-network',
  networks.map((text) => [text, text]),
);

checkValues('private-ip', [[{ plain: '~' }, null]]);
checkParts('private-ip', [['10.0.0.1', [['value', '10.0.0.1']]]]);

const code = 'private-address';

checkRefusals('private-ip', [
  { input: '10.0.0.1/24', code, suggestion: '10.0.0.1' },
  { input: ' 10.0.0.1', code, suggestion: '10.0.0.1' },
  ...[
    '8.8.8.8',
    '172.32.0.1',
    '::ffff:8.8.8.8',
    '2606:4700::1',
    '10.0.0.256',
    '10.0.0.01',
    '10.0.0',
    ':::',
    '1::2::3',
    ':fc00::1',
    'fc00::1:',
    'fc00::1%',
    'fc00:1:2:3:4:5:6:7:8',
    'fc00:1:2:3:4:5:6::7',
    'fc00::12345',
    'host',
    '',
  ].map((input) => ({ input, code })),
  { input: { plain: '5' }, code },
]);

checkRefusals('private-network', [
  { input: '10.0.0.0 / 24', code, suggestion: '10.0.0.0/24' },
  { input: '10.0.0.*', code, suggestion: '10.0.0.0/24' },
  { input: '10.0.0', code, suggestion: '10.0.0.0/24' },
  ...[
    '8.8.8.0/24',
    '0.0.0.0/0',
    '192.168.0.0/15',
    '10.0.0.0/33',
    '10.0.0.0/255.0.255.0',
    '10.0.0.0/8/8',
    '10.0.0.0/-1',
    'fd00::/129',
    'fd00::/ffff::',
    'net',
    '',
  ].map((input) => ({ input, code })),
  { input: { plain: '10.0' }, code },
  { input: { plain: 'yes' }, code },
]);
