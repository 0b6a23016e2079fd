import { written } from './written';

/** Several ports in one item, and the notations of others. */
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
