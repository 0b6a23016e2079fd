import { written } from './written';

/** What Docker Compose and Kubernetes write. */
export const neighbourShape = written([
  ['env:\n  - A=1\n  - B=x\n', 'environment:\n  - A=1\n  - B=x\n'],
  ['env:\n  A: "1"\n', 'environment:\n  A: "1"\n'],
  ['env:\n  - A=1\n', 'env:\n  - name: A\n    value: "1"\n'],
  [
    'volumes:\n  - /data:/data\n',
    'volumes:\n  - type: bind\n    source: /data\n    target: /data\n',
    'volumes:\n  - source: /data\n    target: /data\n',
  ],
  [
    'volumes:\n  - data:/data\n',
    'volumes:\n  - name: data\n    mountPath: /data\n',
    'volumes:\n  - data: /data\n',
  ],
  [
    'resources:\n  memory: 16GB\n  gpu: 1\n',
    'resources:\n  limits:\n    memory: 16Gi\n    nvidia.com/gpu: 1\n',
  ],
  [
    'ports:\n  - 8080:80\n',
    'ports:\n  - target: 80\n    published: 8080\n',
    'ports:\n  - containerPort: 80\n    hostPort: 8080\n',
  ],
  ['commands:\n  - python a.py --lr 1\n', 'command: ["python", "a.py", "--lr", "1"]\n'],
]);
