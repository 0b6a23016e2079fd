import { checkParts, checkRefusals, checkValues } from '../../support/check/shorthand';

checkValues('port-mapping', [
  ['8080', { local_port: 8080, container_port: 8080 }],
  ['80:8080', { local_port: 80, container_port: 8080 }],
  ['*:8080', { local_port: null, container_port: 8080 }],
  ['080\n', { local_port: 80, container_port: 80 }],
  ['٨٠', { local_port: 80, container_port: 80 }],
  [{ plain: '8080' }, { local_port: 8080, container_port: 8080 }],
  // YAML makes one number of it, which happens to be a port.
  [{ plain: '80:22' }, { local_port: 4822, container_port: 4822 }],
  [{ plain: 'yes' }, { local_port: 1, container_port: 1 }],
  [{ plain: '~' }, null],
]);

checkValues('service-port', [
  ['8000', { local_port: 80, container_port: 8000 }],
  [' 8_000 ', { local_port: 80, container_port: 8000 }],
  ['8080:80', { local_port: 8080, container_port: 80 }],
  [{ plain: '8000' }, { local_port: 80, container_port: 8000 }],
  [{ plain: '8000.0' }, { local_port: 80, container_port: 8000 }],
  [{ plain: '~' }, null],
]);

checkParts('port-mapping', [
  [
    '*:8080',
    [
      ['local-port', '*'],
      ['operator', ':'],
      ['container-port', '8080'],
    ],
  ],
]);

const code = 'port';

checkRefusals('port-mapping', [
  { input: '8080-80', code, suggestion: '8080:80' },
  { input: '8080/80', code, suggestion: '8080:80' },
  { input: '8080 -> 80', code, suggestion: '8080:80' },
  { input: '80 : 8080', code, suggestion: '80:8080' },
  { input: '8080/tcp', code, suggestion: '8080' },
  { input: '0.0.0.0:80:8080', code, suggestion: '80:8080' },
  { input: 'http://localhost:8000/', code, suggestion: '8000' },
  { input: ':80', code, suggestion: '80' },
  { input: '80:', code },
  { input: '*:*', code },
  { input: 'http', code },
  { input: '«0»:80', code },
  { input: '80:«70000»', code },
  { input: '65536', code },
  { input: '', code },
  { input: { plain: '8080:22' }, code, suggestion: '"8080:22"' },
  { input: { plain: '70000' }, code },
  { input: { plain: '0' }, code },
  { input: { plain: '8080.0' }, code },
  { input: { plain: 'no' }, code },
]);

checkRefusals('service-port', [
  { input: '*:8000', code, suggestion: '8000' },
  { input: '8000/tcp', code, suggestion: '8000' },
  { input: 'localhost:8000', code, suggestion: '8000' },
  { input: '80:«0»', code },
  { input: '8000:', code },
  { input: '70000', code },
  { input: { plain: '8080:22' }, code, suggestion: '"8080:22"' },
  { input: { plain: '8000.5' }, code },
]);
