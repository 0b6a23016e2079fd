import { leaving, meant, ofTask, together } from './row';

/** What Docker Compose, Kubernetes and GitHub Actions write. */
export const NEIGHBOURS = [
  ...ofTask('unknown-key', 'Change to `env`', [
    ['environment:\n  - A=1\n  - B=2\n', 'env:\n  - A=1\n  - B=2\n'],
    ['environment: # all\n  A: "1"\n', 'env: # all\n  A: "1"\n'],
    ['environment: {A: 1}\n', 'env: {A: 1}\n'],
  ]),
  ...leaving(
    ['wrong-type', 'empty-value'],
    ofTask('unknown-key', 'Change to `env`', [
      ['environment:\n  A: true\n  B:\n', 'env:\n  A: true\n  B:\n'],
    ]),
  ),
  ...meant('unknown-key', 'Change to `commands` with one command', [
    [
      'type: task\ncommand: ["python", "train.py", "--lr", "1"] # x\n',
      'type: task\ncommands: [python train.py --lr 1] # x\n',
    ],
    [
      'type: task\nimage: a\nargs:\n  - --model\n  - a b\n',
      `type: task\nimage: a\ncommands:\n  - "--model 'a b'"\n`,
    ],
    ['type: task\ncommand: [bash, -c, "a && b"]\n', 'type: task\ncommands: [a && b]\n'],
    [
      'type: service\nport: 80\ncommand:\n  - python\n  - -m\n  - http.server\n',
      'type: service\nport: 80\ncommands:\n  - python -m http.server\n',
    ],
  ]),
  ...meant('unknown-key', 'Change to `commands`', [
    ['type: task\nrun: ls\n', 'type: task\ncommands: [ls]\n'],
    ['type: task\ncmd: ls -l # all\n', 'type: task\ncommands: [ls -l] # all\n'],
    [
      'type: task\nrun: |\n  pip install x\n  python y # go\nname: mine\n',
      'type: task\ncommands:\n  - |\n    pip install x\n    python y # go\nname: mine\n',
    ],
    [
      'type: task\nscript:\n  - pip install x # x\n  - python y\n',
      'type: task\ncommands:\n  - pip install x # x\n  - python y\n',
    ],
  ]),
  ...ofTask('wrong-type', 'Write one text', [
    [
      'image: a\nentrypoint: ["python", "-m", "http server"]\n',
      "image: a\nentrypoint: python -m 'http server'\n",
    ],
    [
      'image: a\nentrypoint:\n  - /bin/bash\n  - run.sh\n',
      'image: a\nentrypoint: /bin/bash run.sh\n',
    ],
  ]),
  ...meant('command-is-mapping', 'Write the command without `run`', [
    ['type: task\ncommands:\n  - run: ls # x\n', 'type: task\ncommands:\n  - ls # x\n'],
    [
      'type: task\ncommands:\n  - ls\n  - name: Train\n    run: python y\n',
      'type: task\ncommands:\n  - ls\n  # Train\n  - python y\n',
    ],
    [
      'type: task\ncommands:\n  - run: |\n      a\n      b\n',
      'type: task\ncommands:\n  - |\n      a\n      b\n',
    ],
  ]),
  ...together(
    2,
    ofTask('unknown-key', 'Write `/data:/data`', [
      [
        'volumes:\n  - type: bind\n    source: /data\n    target: /data # d\n',
        'volumes:\n  - /data:/data # d\n',
      ],
      ['volumes: [{type: bind, source: /data, target: /data}]\n', 'volumes: [/data:/data]\n'],
    ]),
  ),
  ...together(
    1,
    ofTask('unknown-key', 'Write `data:/data`', [
      [
        'volumes:\n  - source: data\n    target: /data\n  - code:/code\n',
        'volumes:\n  - data:/data\n  - code:/code\n',
      ],
      ['volumes:\n  - volume: data\n    mountPath: /data\n', 'volumes:\n  - data:/data\n'],
    ]),
  ),
  ...ofTask('unknown-key', 'Write `data:/data`', [
    ['volumes:\n  - name: data\n    mountPath: /data\n', 'volumes:\n  - data:/data\n'],
    ['volumes:\n  - data: /data\n', 'volumes:\n  - data:/data\n'],
  ]),
  ...leaving(
    ['unknown-key'],
    ofTask('unknown-key', 'Change to `volumes`', [
      [
        'volumeMounts:\n  - name: data\n    mountPath: /data\n',
        'volumes:\n  - name: data\n    mountPath: /data\n',
      ],
    ]),
  ),
  ...ofTask('unknown-key', 'Change to `container_port`', [
    ['ports:\n  - containerPort: 8080 # x\n', 'ports:\n  - container_port: 8080 # x\n'],
  ]),
  ...together(
    2,
    ofTask('unknown-key', 'Write `8080:80`', [
      ['ports:\n  - target: 80\n    published: 8080\n    protocol: tcp\n', 'ports:\n  - 8080:80\n'],
      [
        'ports:\n  - containerPort: 80\n    hostPort: 8080\n    protocol: TCP\n  - 90\n',
        'ports:\n  - 8080:80\n  - 90\n',
      ],
    ]),
  ),
  ...ofTask('unknown-key', "Write what is in `limits` as dstack's resources", [
    [
      'resources:\n  limits:\n    nvidia.com/gpu: 1 # one\n    memory: 16Gi\n    cpu: "4"\n',
      'resources:\n  gpu: 1 # one\n  memory: 16GB\n  cpu: "4"\n',
    ],
    [
      'resources:\n  shm_size: 1GB\n  limits: # most\n    amd.com/gpu: 2\n    cpu: 500m\n    ephemeral-storage: 100Gi\nname: mine\n',
      'resources:\n  shm_size: 1GB\n  # most\n  gpu: 2\n  cpu: 1\n  disk: 100GB\nname: mine\n',
    ],
  ]),
  ...meant('unknown-key', 'Change to `port`', [
    [
      'type: service\ncommands: [a]\nports:\n  - 8080:80 # x\n',
      'type: service\ncommands: [a]\nport: 8080:80 # x\n',
    ],
  ]),
  ...ofTask('unknown-key', 'Change to `username`', [
    [
      'image: a\nregistry_auth:\n  user: me\n  password: x\n',
      'image: a\nregistry_auth:\n  username: me\n  password: x\n',
    ],
    [
      'image: a\nregistry_auth: {user: me, password: x}\n',
      'image: a\nregistry_auth: {username: me, password: x}\n',
    ],
  ]),
  ...leaving(
    ['unknown-key'],
    ofTask('unknown-key', 'Change to `username`', [
      [
        'image: a\nregistry_auth:\n  user: me\n  pass: x\n',
        'image: a\nregistry_auth:\n  username: me\n  pass: x\n',
      ],
    ]),
  ),
  ...leaving(
    ['missing-key', 'empty-value'],
    ofTask('unknown-key', 'Change to `username`', [
      ['image: a\nregistry_auth: {user}\n', 'image: a\nregistry_auth: {username}\n'],
    ]),
  ),
];
