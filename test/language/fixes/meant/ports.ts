import { meant, ofTask } from './row';

/** Ports: several in one, ranges, and the notations of others. */
export const PORTS = [
  ...ofTask('port', 'List the 2 ports', [
    ['ports: [8000 8080]\n', 'ports: [8000, 8080]\n'],
    ['ports:\n  - 8000 8080 # two\n', 'ports:\n  - 8000\n  - 8080 # two\n'],
    ['ports:\n  - "8000, 8080"\n  - 9000\n', 'ports:\n  - 8000\n  - 8080\n  - 9000\n'],
    ['ports:\n- 8000:80 8443:443\n', 'ports:\n- 8000:80\n- 8443:443\n'],
    ['ports:\n  - 8000;8080\n', 'ports:\n  - 8000\n  - 8080\n'],
    ['ports:\n  - 8000-8001\n', 'ports:\n  - 8000\n  - 8001\n'],
  ]),
  ...ofTask('port', 'List the 3 ports', [
    ['ports: [8000-8002]\n', 'ports: [8000, 8001, 8002]\n'],
    [
      'ports:\n  - "3000-3002:4000-4002"\n',
      'ports:\n  - 3000:4000\n  - 3001:4001\n  - 3002:4002\n',
    ],
  ]),
  ...ofTask('port', 'List the 11 ports', [
    [
      'ports:\n  - 8000-8010\n',
      `ports:\n${Array.from({ length: 11 }, (_, index) => `  - ${String(8000 + index)}\n`).join('')}`,
    ],
  ]),
  ...ofTask('port', 'Align the items', [
    ['ports:\n  - 8000\n    - 8080\n', 'ports:\n  - 8000\n  - 8080\n'],
    [
      'ports:\n  - 8000\n    - 8080\n    - 8081 # x\n  - 90\n',
      'ports:\n  - 8000\n  - 8080\n  - 8081 # x\n  - 90\n',
    ],
    ['ports:\n- 8000\n  - 8001\n', 'ports:\n- 8000\n- 8001\n'],
  ]),
  ...ofTask('wrong-type', 'Write a list with an item each', [
    ['ports: 80 8080\n', 'ports:\n  - 80\n  - 8080\n'],
    ['backends: aws gcp # two\n', 'backends:\n  - aws\n  - gcp # two\n'],
    ['regions: us-east-1 us-west-2\n', 'regions:\n  - us-east-1\n  - us-west-2\n'],
  ]),
  ...ofTask('port', 'Change to `8080:80`', [
    ['ports:\n  - 8080-80\n', 'ports:\n  - 8080:80\n'],
    ['ports: ["8080->80"]\n', 'ports: ["8080:80"]\n'],
    ['ports: [8080/80]\n', 'ports: [8080:80]\n'],
    ['ports:\n  - "0.0.0.0:8080:80/tcp"\n', 'ports:\n  - "8080:80"\n'],
  ]),
  ...meant('port', 'Change to `8000`', [
    [
      'type: service\ncommands: [a]\nport: 8000/tcp\n',
      'type: service\ncommands: [a]\nport: 8000\n',
    ],
  ]),
];
