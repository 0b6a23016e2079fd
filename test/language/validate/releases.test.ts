import assert from 'node:assert/strict';
import { Analysis } from '../../../server/src/language/analysis';
import { table } from '../../support/table';
import { yaml } from '../../support/yaml';

/** A file with a comment that names its release, and the codes of its problems, errors with `!`. */
const FILES: Readonly<Record<string, readonly [text: string, ...codes: readonly string[]]>> = {
  'a property of a later release': [
    yaml`
      # dstack: 0.20
      type: service
      port: 80
      groups: [{replicas: 1, image: nginx, whatever: 1}]
    `,
    'needs-newer-dstack!',
  ],
  'a value of a later release': [
    yaml`
      # dstack: 0.20.24
      type: task
      commands: [ls]
      backends: [slurm, aws]
    `,
    'needs-newer-dstack!',
  ],
  'a configuration type of a later release': [
    yaml`
      # dstack: 0.21.0
      type: preset
      base: Qwen/Qwen3-32B
      nothing: else
    `,
    'needs-newer-dstack!',
  ],
  'a form of a later release': [
    yaml`
      # dstack: 0.20.13
      type: task
      commands: [ls]
      fleets: [{name: mine}, other]
    `,
    'needs-newer-dstack!',
  ],
  'a shorthand of a later release': [
    yaml`
      # dstack: 0.19.7
      type: task
      commands: [ls]
      resources: {cpu: 'arm:8..', memory: 8GB}
    `,
    'needs-newer-dstack!',
  ],
  'GH200 without an image in 0.20.29': [
    yaml`
      # dstack: 0.20.29
      type: task
      commands: [ls]
      resources: {gpu: GH200}
    `,
    'image-required!',
  ],
  'GH200,H100 without an image in 0.19.40': [
    yaml`
      # dstack: 0.19.40
      type: task
      commands: [ls]
      resources: {gpu: "GH200,H100"}
    `,
    'image-required!',
  ],
  'GH200 without an image in 0.19.7': [
    yaml`
      # dstack: 0.19.7
      type: task
      commands: [ls]
      resources: {gpu: GH200}
    `,
  ],
  'GB200 without an image in 0.21.1': [
    yaml`
      # dstack: 0.21.1
      type: task
      commands: [ls]
      resources: {gpu: GB200}
    `,
  ],
  'gaudi2 without an image in 0.20.29': [
    yaml`
      # dstack: 0.20.29
      type: task
      commands: [ls]
      resources: {gpu: gaudi2}
    `,
  ],
  'intel:1 without an image in 0.21.0': [
    yaml`
      # dstack: 0.21.0
      type: task
      commands: [ls]
      resources: {gpu: intel:1}
    `,
  ],
  'intel:1 without an image in 0.21.1': [
    yaml`
      # dstack: 0.21.1
      type: task
      commands: [ls]
      resources: {gpu: intel:1}
    `,
    'image-required!',
  ],
  'n150:1 without an image in 0.19.5': [
    yaml`
      # dstack: 0.19.5
      type: task
      commands: [ls]
      resources: {gpu: n150:1}
    `,
  ],
  'tenstorrent:1 without an image in 0.19.6': [
    yaml`
      # dstack: 0.19.6
      type: task
      commands: [ls]
      resources: {gpu: tenstorrent:1}
    `,
    'image-required!',
  ],
  'MI300X without an image in 0.18.20': [
    yaml`
      # dstack: 0.18.20
      type: task
      commands: [ls]
      resources: {gpu: MI300X}
    `,
    'image-required!',
  ],
  'an accelerator of a group in 0.20.29': [
    yaml`
      # dstack: 0.20.29
      type: service
      port: 80
      replicas: [{count: 1, commands: [ls], resources: {gpu: MI300X}}]
    `,
  ],
  'routers of a service and of a group': [
    yaml`
      # dstack: 0.20.29
      type: service
      port: 80
      image: nginx
      router: {type: sglang}
      replicas: [{count: 1, router: {type: sglang}}, {count: 2}]
    `,
    'several-routers!',
  ],
  'several replicas with a certificate': [
    yaml`
      # dstack: 0.20.29
      type: gateway
      name: mine
      backend: aws
      region: eu-west-1
      domain: example.com
      replicas: 2
      certificate: {type: acm, arn: x}
    `,
    'certificate!',
  ],
  'several replicas with the default certificate': [
    yaml`
      # dstack: 0.20.29
      type: gateway
      name: mine
      backend: aws
      region: eu-west-1
      domain: example.com
      replicas: 2
    `,
    'certificate!',
  ],
  'several replicas with a certificate in 0.21.0': [
    yaml`
      # dstack: 0.21.0
      type: gateway
      name: mine
      backend: aws
      region: eu-west-1
      domain: example.com
      replicas: 2
      certificate: {type: acm, arn: x}
    `,
  ],
  'several replicas with a router': [
    yaml`
      # dstack: 0.20.29
      type: gateway
      name: mine
      backend: aws
      region: eu-west-1
      domain: example.com
      replicas: 2
      certificate: null
      router: {type: sglang}
    `,
    'conflicting-properties!',
  ],
  'a load balancer of Google Cloud in 0.21.5': [
    yaml`
      # dstack: 0.21.5
      type: gateway
      name: mine
      backend: gcp
      region: europe-west1
      domain: example.com
      certificate: null
      load_balancer: {type: alb}
    `,
    'gateway-backend!',
  ],
  'a kind of certificate of a later release': [
    yaml`
      # dstack: 0.20.29
      type: gateway
      name: mine
      backend: aws
      region: eu-west-1
      domain: example.com
      certificate: {type: gcp-cm}
    `,
    'needs-newer-dstack!',
  ],
  'what older releases require': [
    yaml`
      # dstack: 0.20.13
      type: dev-environment
    `,
    'missing-key!',
  ],
  'a property that was removed later': [
    yaml`
      # dstack: 0.20
      type: service
      port: 80
      image: nginx
      router: {type: sglang, policy: random}
    `,
  ],
  'a wrong value of a property that was removed later': [
    yaml`
      # dstack: 0.20
      type: service
      port: 80
      image: nginx
      router: {type: nginx, policies: random}
    `,
    'unknown-value!',
    'unknown-key!',
  ],
  'a value that was removed later': [
    yaml`
      # dstack: 0.20.16
      type: volume
      backend: azure
      region: westeurope
      size: 1GB
    `,
  ],
  'what pydantic 1 converts': [
    yaml`
      # dstack: 0.20
      type: task
      commands: [true]
      env: [A B]
    `,
    'wrong-type',
    'env-entry',
  ],
  'the same with pydantic 2': [
    yaml`
      # dstack: 0.21
      type: task
      commands: [true]
      env: [A B]
    `,
    'wrong-type!',
    'env-entry!',
  ],
  'a rule of a later release': [
    yaml`
      # dstack: 0.19
      type: task
      commands: [ls]
      working_dir: src
    `,
  ],
  'what is not known in a release that is newer than all': [
    yaml`
      # dstack: 0.99
      type: task
      commands: [ls]
      new_property: 1
      spot_policy: always
    `,
    'unknown-key',
    'unknown-value',
  ],
  'what pydantic 1 cuts off, and what is checked after that': [
    yaml`
      # dstack: 0.20
      type: task
      commands: [ls]
      nodes: 2.5
      ports: [8000.5]
    `,
    'wrong-type',
    'port',
  ],
  'what is wrong even after that': [
    yaml`
      # dstack: 0.20
      type: task
      commands: [ls]
      nodes: .5
      ports: [.inf]
    `,
    'out-of-range!',
    'port!',
  ],
  'an alias of a value that pydantic 1 cuts off': [
    yaml`
      # dstack: 0.20
      type: task
      commands: [ls]
      nodes: &n 2.5
      ports: [*n]
    `,
    'wrong-type',
    'port',
  ],
  'an empty list in place of a mapping': [
    yaml`
      # dstack: 0.20
      type: task
      commands: [ls]
      resources: {gpu: []}
    `,
    'wrong-type',
  ],
  'a boolean as a key': [
    yaml`
      # dstack: 0.20
      type: task
      commands: [ls]
      env: {true: a}
    `,
    'wrong-type',
  ],
  'digits of other scripts': [
    yaml`
      # dstack: 0.20
      type: task
      commands: [ls]
      nodes: "٥"
      resources: {gpu: "٣"}
    `,
    'wrong-type',
    'gpu-shorthand',
  ],
  'such digits with pydantic 2': [
    yaml`
      # dstack: 0.21
      type: task
      commands: [ls]
      nodes: "٥"
    `,
    'wrong-type!',
  ],
  'a port that pydantic 1 accepts': [
    yaml`
      # dstack: 0.20
      type: task
      commands: [ls]
      ports: [65536, " 80", 65537]
    `,
    'port',
    'port',
    'port!',
  ],
  'a negative number of instances': [
    yaml`
      # dstack: 0.19.26
      type: fleet
      name: mine
      nodes: -1
    `,
    'range',
  ],
  'the same where it is checked': [
    yaml`
      # dstack: 0.19.27
      type: fleet
      name: mine
      nodes: -1
    `,
    'range!',
  ],
  'a model that is not text': [
    yaml`
      # dstack: 0.19.25
      type: service
      image: nginx
      port: 80
      model: 5
    `,
    'wrong-type',
  ],
  'a limit that came later': [
    yaml`
      # dstack: 0.19.9
      type: service
      image: nginx
      port: 80
      replicas: 1..2
      scaling: {metric: rps, target: 0}
    `,
    'out-of-range',
  ],
  'a certificate without its type': [
    yaml`
      # dstack: 0.20
      type: gateway
      name: mine
      backend: aws
      region: eu-west-1
      domain: a.example
      certificate: {}
    `,
    'missing-key',
  ],
  'a range without an end': [
    yaml`
      # dstack: 0.19.7
      type: task
      commands: [ls]
      resources: {cpu: {}}
    `,
    'range!',
  ],
  'an integer with a fraction in quotes': [
    yaml`
      # dstack: 0.20
      type: task
      commands: [ls]
      nodes: "2.0"
    `,
    'wrong-type!',
  ],
  'a Python that was removed': [
    yaml`
      # dstack: 0.18.42
      type: task
      commands: [ls]
      python: 3.8
    `,
  ],
  'a word for true that came later': [
    yaml`
      # dstack: 0.20.0
      type: service
      image: nginx
      port: 80
      gateway: "yes"
    `,
    'needs-newer-dstack!',
  ],
  'an identifier of a volume that was removed': [
    yaml`
      # dstack: 0.20.16
      type: volume
      backend: kubernetes
      region: ""
      size: 1GB
      volume_id: a
    `,
  ],
  'a backend that came later, of a volume': [
    yaml`
      # dstack: 0.18.20
      type: volume
      backend: digitalocean
      region: a
      size: 1GB
    `,
    'unknown-value!',
  ],
  'a comment below the first line is none': [
    yaml`
      type: service
      # dstack: 0.20
      port: 80
      groups: [{replicas: 1, image: nginx}]
    `,
  ],
};

table('a file is judged by its release', Object.entries(FILES), ([, [text, ...codes]]) => {
  const { problems } = new Analysis({ uri: 'file:///.dstack.yml', text });
  const found = problems.map(({ code, severity }) => (severity === 'error' ? `${code}!` : code));
  assert.deepEqual(found, codes);
});
