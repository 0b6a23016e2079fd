import { test } from 'node:test';
import { checkNoText, hovers } from '../../../support/check/hover';
import { yaml } from '../../../support/yaml';

hovers('the type says what it is for, with an example', [
  ['ty$0pe: task', 'type', '- `dev-environment` –', '- `preset` –'],
  ['type: ta$0sk', 'task', 'commands that run', '```yaml\ntype: task\ncommands:\n'],
  ['type: service$0', 'service', 'answers requests', 'port: 8000'],
  ['type: volu$0me\nbackend: aws', 'volume', 'keeps data', 'backend: aws'],
  ['type: fleet$0', 'fleet', 'nodes: 0..2'],
]);

hovers('the other listed values and switches', [
  ['type: dev-environment\nide: "vs$0code"', '"vscode"', 'Visual Studio Code'],
  ['type: task\nspot_policy: spot$0', 'spot', 'Spot instances only'],
  ['type: task\nbackends: [aws, g$0cp]', 'gcp', 'Google Cloud'],
  ['type: service\nhttps: fal$0se', 'false', 'Plain HTTP'],
  ['type: service\nscaling:\n  window: 6$00s', '60s', 'The last minute'],
  ['type: task\nprivileged: tr$0ue', 'true', "Docker's privileged mode"],
  ['type: task\nname: nu$0ll', 'null', 'Nothing is set here. Default: a random name.'],
]);

hovers('what dstack does with a value', [
  ['type: task\nimage: a/b$0', 'a/b', 'made from the image `a/b`'],
  ['type: task\nmax_price: 2.$05', '2.5', 'cost at most `2.5` US dollars per hour'],
  ['type: task\npriority: 5$00', '50', 'Waiting runs with more than `50`, of at most 100'],
  ['type: service\nscaling:\n  target: 1$00', '10', 'when each has more than `10`'],
  ['type: task\nregions: [us-ea$0st-1]', 'us-east-1', 'A region of `aws`.'],
  ['type: volume\nbackend: nebius\nregion: us-cent$0ral1', 'us-central1', '`gcp` and `nebius`'],
  ['type: task\nresources:\n  shm_size: 16$0GB', '16GB', '16 GB.', 'shared memory'],
]);

hovers('sizes, numbers and times', [
  ['type: task\nresources:\n  memory: 24$0GB..', '24GB..', '24 GB or more'],
  ['type: task\nresources:\n  memory: 24$0GB', '24GB', 'Exactly 24 GB.'],
  ['type: task\nresources:\n  cpu: arm:8$0..', 'arm:8..', '8 or more ARM CPU cores'],
  ['type: task\nresources:\n  disk: 1$0TB', '1TB', 'A disk of exactly 1 TB'],
  ['type: task\nidle_duration: 2$0d', '2d', '2 days (48 hours)'],
  ['type: task\nidle_duration: 5400$0', '5400', '1 hour 30 minutes'],
  ['type: task\nidle_duration: -1$0', '-1', 'The same as `off`'],
  ['type: task\nmax_duration: "of$0f"', '"off"', 'as long as it wants'],
  [
    `type: task\nmax_duration: $0${'9'.repeat(50)}`,
    '9'.repeat(50),
    'Far longer than any run lasts',
  ],
  ['type: fleet\nnodes: 0$0..4', '0..4', '0 to 4 instances, created when runs need them'],
  ['type: fleet\nnodes: 0$0', '0', 'No instance.'],
  ['type: fleet\nnodes: 2$0', '2', '2 instances, created with the fleet'],
  ['type: service\nreplicas: 1..$04', '1..4', '1 to 4.'],
]);

hovers('names', [
  ['type: task\nname: tr$0ain', 'train', '`dstack attach train`'],
  ['type: fleet\nname: poo$0l', 'pool', '`fleets: [pool]`'],
  ['type: task\nfleets: [ma$0in/x]', 'main/x', '`x` of the project `main`'],
  ['type: task\ninstances: [x-0$0]', 'x-0', 'The instance `x-0`'],
  ['type: service\ngateway: g$0w', 'gw', 'The gateway `gw` of this project'],
  ['type: service\nmodel: org/mo$0del', 'org/model', 'Publishes the model `org/model`'],
  ['type: preset\nbase: org/mo$0del', 'org/model', 'Serves `org/model` or a variant of it'],
  ['type: task\ntags:\n  team: ml$0', 'ml', 'The tag `team` has the value `ml`'],
  ['type: task\nuser: ubun$0tu', 'ubuntu', 'Commands run as the user `ubuntu`'],
  ['type: task\nuser: "1000:10$00"', '"1000:100"', 'ID 1000 and the group with the ID 100'],
]);

hovers('ports, paths and variables', [
  [
    'type: task\nports: ["80:$08080"]',
    '"80:8080"',
    '`localhost:80` on your machine → port 8080 of the container',
    '- **`8080` – port in the container**',
  ],
  ['type: task\nports: ["*:$080"]', '"*:80"', 'Any free port on your machine'],
  ['type: service\nport: 80$00', '800', 'The service listens on port 800'],
  [
    'type: task\nvolumes: ["a:/da$0ta"]',
    '"a:/data"',
    'The network volume `a` is mounted at `/data`',
  ],
  ['type: task\nvolumes: ["/a:/da$0ta"]', '"/a:/data"', 'The folder `/a` of the instance'],
  ['type: task\nfiles: [.:/ap$0p]', '.:/app', 'The folder of this file is copied', 'at `/app`'],
  ['type: task\nfiles: [a$0]', 'a', '`a` of your machine', 'at the same path'],
  ['type: task\nrepos: [".$0.:/app"]', '"..:/app"', 'The repo in `..`'],
  ['type: task\nrepos: [.$0]', '.', 'The repo that this file is in', 'into the working directory'],
  ['type: task\nenv:\n  - HF_$0TOKEN', 'HF_TOKEN', 'dstack apply -e HF_TOKEN=...'],
  ['type: task\nenv:\n  - A=$0b', 'A=b', 'Sets `A` to `b`', '- **`b` – value**'],
  ['type: task\nenv:\n  A: b$0', 'b', 'Sets `A` to `b`'],
  ['type: fleet\nssh_config:\n  network: 10.0.0.0/2$04', '10.0.0.0/24', '256 addresses'],
  [
    yaml`
      type: service
      probes:
        - type: http
          url: /hea$0lth`,
    '/health',
    'Asks each replica',
  ],
]);

hovers('what dstack refuses says what may stand there', [
  ['type: task\nmax_duration: 1h3$00', '1h30', '**`max_duration`**', 'max_duration: 2h'],
  ['type: task\nresources:\n  gpu: 8xH1$000', '8xH100', '**`gpu`**', 'gpu: '],
  ['type: task\nname: My$0Run', 'MyRun', '**`name`**', 'name: '],
  ['type: task\nspot_policy: sp$0ott', 'spott', '- `spot` –'],
  ['type: task\nports:\n  - 8080$00', '80800', 'Port mapping'],
]);

test('a value that dstack rejects has no meaning', () => {
  checkNoText('type: task\nenv:\n  A: o$0n', 'Sets `A`');
  checkNoText('type: task\nmax_duration: 1h3$00', '1h30');
});
