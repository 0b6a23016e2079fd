import { written } from './written';

/** Several ports in one item, and notations of other tools. */
export const portsInOne = written([
  ['ports: [8000, 8080]\n', 'ports: [8000 8080]\n', 'ports: 8000, 8080\n', 'ports: 8000 8080\n'],
  ['ports:\n  - 8000\n  - 8080\n', 'ports:\n  - 8000 8080\n', 'ports:\n  - "8000, 8080"\n'],
  [
    'ports:\n  - 8000\n  - 8001\n  - 8002\n',
    'ports:\n  - 8000-8002\n',
    'ports:\n  - 8000\n    - 8001\n    - 8002\n',
  ],
  ['ports:\n  - 8080:80\n', 'ports:\n  - 8080/80\n', 'ports:\n  - 8080:80/tcp\n'],
]);
