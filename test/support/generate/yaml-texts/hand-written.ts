import { yaml } from '../../yaml';
/** Files that use much of YAML; PyYAML accepts them. */
export const HAND_WRITTEN: readonly string[] = [
  '',
  '# nothing but a comment\n',
  '--- # a document\n...\n',
  '\ufefftype: task\r\nname: train\r\ncommands:\r\n- python train.py\r\n\r\n',
  'type: dev-environment\rpython: 3.10\ride: vscode\r',
  `# Train
type: task
name: train # behind a value
env:
  - HF_TOKEN
  - EPOCHS=3
commands:
  - |
    if [ -d data ]; then
      echo "there: already"
    fi

  - >-
    torchrun --nnodes=$DSTACK_NODES_NUM
      --node-rank=$DSTACK_NODE_RANK
    train.py
  - 'it''s "quoted"'
  - "tab\\t \\u00e9 \\
    continued"
ports: [8080:22, "6006", 80]
resources: {gpu: {name: [A100, H100], count: 1..2, memory: 40GB..}, disk: 100GB}
max_price: 1_0.5
spot_policy: auto
`,
  `type: service
image: "ollama/ollama"
x-common: &common
  max_duration: off
  retry: &retry {on_events: [no-capacity, error], duration: 1h}
<<: *common
port: 017
replicas: 0..0x4
gateway: ~
? auth
: no
scaling:
  metric: rps
  target: 1e3
probes:
- type: http
  url: /health?a=b#c
-
  type: http
profiles: [*retry, {<<: [*common, *retry], name: 2026-01-01}]
`,
  `profiles:
  - name: !!str 1
    default: yes
    regions: !!set {eu-west-1, us-east-1}
    tags: !!omap [a: 1, b: 2]
    pool: !!binary SGVsbG8=
  -   name: é😀
      fleets:
      - one
      - two: {three}
`,
  yaml`
    %YAML 1.1
    %TAG !e! tag:yaml.org,2002:
    ---
    name: !e!int "1"
    plain: a
      b

      c
  `,
  yaml`
    - - a
      - b: c
        d:
        - e
    - []
    - {}
    - [a: b, ? c, "d":e]
    - ? |
        f
      : g
  `,
  'a: |+2\n    b\n\n\nc: >\n  d\n   e\n\n  f\n# g\nh: "i\n  \n\n j"\u2028k: l\u0085m: n\n',
  '&a {b: *a, c: [*a]}\n',
];
