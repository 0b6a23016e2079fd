import { leaving, meant, ofTask, together } from './row';
import { yaml } from '../../../support/yaml';

/** What Docker Compose, Kubernetes and GitHub Actions write. */
export const NEIGHBOURS = [
  ...ofTask('unknown-key', 'Change to `env`', [
    [
      yaml`
        environment:
          - A=1
          - B=2
      `,
      yaml`
        env:
          - A=1
          - B=2
      `,
    ],
    ['environment: # all\n  A: "1"\n', 'env: # all\n  A: "1"\n'],
    ['environment: {A: 1}\n', 'env: {A: 1}\n'],
  ]),
  ...leaving(
    ['wrong-type', 'empty-value'],
    ofTask('unknown-key', 'Change to `env`', [
      [
        yaml`
          environment:
            A: true
            B:
        `,
        yaml`
          env:
            A: true
            B:
        `,
      ],
    ]),
  ),
  ...meant('unknown-key', 'Change to `commands` with one command', [
    [
      'type: task\ncommand: ["python", "train.py", "--lr", "1"] # x\n',
      'type: task\ncommands: [python train.py --lr 1] # x\n',
    ],
    [
      yaml`
        type: task
        image: a
        args:
          - --model
          - a b
      `,
      yaml`
        type: task
        image: a
        commands:
          - "--model 'a b'"
      `,
    ],
    ['type: task\ncommand: [bash, -c, "a && b"]\n', 'type: task\ncommands: [a && b]\n'],
    [
      yaml`
        type: service
        port: 80
        command:
          - python
          - -m
          - http.server
      `,
      yaml`
        type: service
        port: 80
        commands:
          - python -m http.server
      `,
    ],
  ]),
  ...meant('unknown-key', 'Change to `commands`', [
    ['type: task\nrun: ls\n', 'type: task\ncommands: [ls]\n'],
    ['type: task\ncmd: ls -l # all\n', 'type: task\ncommands: [ls -l] # all\n'],
    [
      yaml`
        type: task
        run: |
          pip install x
          python y # go
        name: mine
      `,
      yaml`
        type: task
        commands:
          - |
            pip install x
            python y # go
        name: mine
      `,
    ],
    [
      yaml`
        type: task
        script:
          - pip install x # x
          - python y
      `,
      yaml`
        type: task
        commands:
          - pip install x # x
          - python y
      `,
    ],
  ]),
  ...ofTask('wrong-type', 'Write one text', [
    [
      'image: a\nentrypoint: ["python", "-m", "http server"]\n',
      "image: a\nentrypoint: python -m 'http server'\n",
    ],
    [
      yaml`
        image: a
        entrypoint:
          - /bin/bash
          - run.sh
      `,
      'image: a\nentrypoint: /bin/bash run.sh\n',
    ],
  ]),
  ...meant('command-is-mapping', 'Write the command without `run`', [
    [
      yaml`
        type: task
        commands:
          - run: ls # x
      `,
      yaml`
        type: task
        commands:
          - ls # x
      `,
    ],
    [
      yaml`
        type: task
        commands:
          - ls
          - name: Train
            run: python y
      `,
      yaml`
        type: task
        commands:
          - ls
          # Train
          - python y
      `,
    ],
    [
      yaml`
        type: task
        commands:
          - run: |
              a
              b
      `,
      yaml`
        type: task
        commands:
          - |
              a
              b
      `,
    ],
  ]),
  ...together(
    2,
    ofTask('unknown-key', 'Write `/data:/data`', [
      [
        yaml`
          volumes:
            - type: bind
              source: /data
              target: /data # d
        `,
        'volumes:\n  - /data:/data # d\n',
      ],
      ['volumes: [{type: bind, source: /data, target: /data}]\n', 'volumes: [/data:/data]\n'],
    ]),
  ),
  ...together(
    1,
    ofTask('unknown-key', 'Write `data:/data`', [
      [
        yaml`
          volumes:
            - source: data
              target: /data
            - code:/code
        `,
        yaml`
          volumes:
            - data:/data
            - code:/code
        `,
      ],
      [
        yaml`
          volumes:
            - volume: data
              mountPath: /data
        `,
        'volumes:\n  - data:/data\n',
      ],
    ]),
  ),
  ...ofTask('unknown-key', 'Write `data:/data`', [
    [
      yaml`
        volumes:
          - name: data
            mountPath: /data
      `,
      'volumes:\n  - data:/data\n',
    ],
    ['volumes:\n  - data: /data\n', 'volumes:\n  - data:/data\n'],
  ]),
  ...leaving(
    ['unknown-key'],
    ofTask('unknown-key', 'Change to `volumes`', [
      [
        yaml`
          volumeMounts:
            - name: data
              mountPath: /data
        `,
        yaml`
          volumes:
            - name: data
              mountPath: /data
        `,
      ],
    ]),
  ),
  ...ofTask('unknown-key', 'Change to `container_port`', [
    ['ports:\n  - containerPort: 8080 # x\n', 'ports:\n  - container_port: 8080 # x\n'],
  ]),
  ...together(
    2,
    ofTask('unknown-key', 'Write `8080:80`', [
      [
        yaml`
          ports:
            - target: 80
              published: 8080
              protocol: tcp
        `,
        'ports:\n  - 8080:80\n',
      ],
      [
        yaml`
          ports:
            - containerPort: 80
              hostPort: 8080
              protocol: TCP
            - 90
        `,
        yaml`
          ports:
            - 8080:80
            - 90
        `,
      ],
    ]),
  ),
  ...ofTask('unknown-key', "Write what is in `limits` as dstack's resources", [
    [
      yaml`
        resources:
          limits:
            nvidia.com/gpu: 1 # one
            memory: 16Gi
            cpu: "4"
      `,
      yaml`
        resources:
          gpu: 1 # one
          memory: 16GB
          cpu: "4"
      `,
    ],
    [
      yaml`
        resources:
          shm_size: 1GB
          limits: # most
            amd.com/gpu: 2
            cpu: 500m
            ephemeral-storage: 100Gi
        name: mine
      `,
      yaml`
        resources:
          shm_size: 1GB
          # most
          gpu: 2
          cpu: 1
          disk: 100GB
        name: mine
      `,
    ],
  ]),
  ...meant('unknown-key', 'Change to `port`', [
    [
      yaml`
        type: service
        commands: [a]
        ports:
          - 8080:80 # x
      `,
      yaml`
        type: service
        commands: [a]
        port: 8080:80 # x
      `,
    ],
  ]),
  ...ofTask('unknown-key', 'Change to `username`', [
    [
      yaml`
        image: a
        registry_auth:
          user: me
          password: x
      `,
      yaml`
        image: a
        registry_auth:
          username: me
          password: x
      `,
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
        yaml`
          image: a
          registry_auth:
            user: me
            pass: x
        `,
        yaml`
          image: a
          registry_auth:
            username: me
            pass: x
        `,
      ],
    ]),
  ),
  ...leaving(
    ['missing-key', 'empty-value'],
    ofTask('unknown-key', 'Change to `username`', [
      ['image: a\nregistry_auth: {user}\n', 'image: a\nregistry_auth: {username}\n'],
    ]),
  ),
  ...ofTask('unknown-key', 'Change to `spot_policy: spot`', [
    ['spot: true\n', 'spot_policy: spot\n'],
    ['use_spot: yes # cheap\n', 'spot_policy: spot # cheap\n'],
    ['preemptible: true\n', 'spot_policy: spot\n'],
    ['useSpot: on\n', 'spot_policy: spot\n'],
    ['spot: "true"\n', 'spot_policy: spot\n'],
    ['use_spot: 1\n', 'spot_policy: spot\n'],
  ]),
  ...ofTask('unknown-key', 'Change to `spot_policy: on-demand`', [
    ['spot: false\n', 'spot_policy: on-demand\n'],
    ['use_spot: no\n', 'spot_policy: on-demand\n'],
    ['onDemand: true\n', 'spot_policy: on-demand\n'],
  ]),
  ...ofTask('wrong-type', 'Write `B=x`', [
    ['env:\n  - var: B\n    value: x\n', 'env:\n  - B=x\n'],
    ['env:\n  - variable: B\n    value: x\n', 'env:\n  - B=x\n'],
    ['env:\n  - key: B\n    value: x\n', 'env:\n  - B=x\n'],
    ['env:\n  - {var: B, value: x}\n', 'env:\n  - B=x\n'],
  ]),
];
