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
