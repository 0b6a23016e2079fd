import { meant, ofTask } from './row';
import { yaml } from '../../../support/yaml';

/** Ports: several in one, ranges, and the notations of others. */
export const PORTS = [
  ...ofTask('port', 'List the 2 ports', [
    ['ports: [8000 8080]\n', 'ports: [8000, 8080]\n'],
    [
      'ports:\n  - 8000 8080 # two\n',
      yaml`
        ports:
          - 8000
          - 8080 # two
      `,
    ],
    [
      yaml`
        ports:
          - "8000, 8080"
          - 9000
      `,
      yaml`
        ports:
          - 8000
          - 8080
          - 9000
      `,
    ],
    [
      'ports:\n- 8000:80 8443:443\n',
      yaml`
        ports:
        - 8000:80
        - 8443:443
      `,
    ],
    [
      'ports:\n  - 8000;8080\n',
      yaml`
        ports:
          - 8000
          - 8080
      `,
    ],
    [
      'ports:\n  - 8000-8001\n',
      yaml`
        ports:
          - 8000
          - 8001
      `,
    ],
  ]),
  ...ofTask('port', 'List the 3 ports', [
    ['ports: [8000-8002]\n', 'ports: [8000, 8001, 8002]\n'],
    [
      'ports:\n  - "3000-3002:4000-4002"\n',
      yaml`
        ports:
          - 3000:4000
          - 3001:4001
          - 3002:4002
      `,
    ],
  ]),
  ...ofTask('port', 'List the 11 ports', [
    [
      'ports:\n  - 8000-8010\n',
      `ports:\n${Array.from({ length: 11 }, (_, index) => `  - ${String(8000 + index)}\n`).join('')}`,
    ],
  ]),
  ...ofTask('port', 'Align the items', [
    [
      yaml`
        ports:
          - 8000
            - 8080
      `,
      yaml`
        ports:
          - 8000
          - 8080
      `,
    ],
    [
      yaml`
        ports:
          - 8000
            - 8080
            - 8081 # x
          - 90
      `,
      yaml`
        ports:
          - 8000
          - 8080
          - 8081 # x
          - 90
      `,
    ],
    [
      yaml`
        ports:
        - 8000
          - 8001
      `,
      yaml`
        ports:
        - 8000
        - 8001
      `,
    ],
  ]),
  ...ofTask('wrong-type', 'Convert to a list with an item each', [
    [
      'ports: 80 8080\n',
      yaml`
        ports:
          - 80
          - 8080
      `,
    ],
    [
      'backends: aws gcp # two\n',
      yaml`
        backends:
          - aws
          - gcp # two
      `,
    ],
    [
      'regions: us-east-1 us-west-2\n',
      yaml`
        regions:
          - us-east-1
          - us-west-2
      `,
    ],
  ]),
  ...ofTask('port', 'Change to `8080:80`', [
    ['ports:\n  - 8080-80\n', 'ports:\n  - 8080:80\n'],
    ['ports: ["8080->80"]\n', 'ports: ["8080:80"]\n'],
    ['ports: [8080/80]\n', 'ports: [8080:80]\n'],
    ['ports:\n  - "0.0.0.0:8080:80/tcp"\n', 'ports:\n  - "8080:80"\n'],
  ]),
  ...meant('port', 'Change to `8000`', [
    [
      yaml`
        type: service
        commands: [a]
        port: 8000/tcp
      `,
      yaml`
        type: service
        commands: [a]
        port: 8000
      `,
    ],
  ]),
];
