import type { Table } from '../../../../support/check/rules';
import { yaml } from '../../../../support/yaml';

export const volume: Table = {
  'new or existing': {
    accepted: [
      yaml`
        type: volume
        backend: aws
        region: r
        size: 100GB
      `,
      yaml`
        type: volume
        backend: gcp
        region: r
        volume_id: a
      `,
      yaml`
        type: volume
        backend: kubernetes
        claim_name: ""
      `,
      'type: volume\nbackend: daytona\n',
      yaml`
        type: volume
        backend: lium
        volume_id: null
      `,
    ],
    refused: [
      `
type: volume
#^^^^^^^^^^^ missing-key: \`size\` or \`volume_id\` is missing
backend: aws
region: r
`,
      `
type: volume
backend: kubernetes
size:
#^^^ missing-key: \`size\` or \`claim_name\` is missing
`,
      `
type: volume
backend: runpod
region: r
sizes: 5GB
#^^^^ unknown-key
`,
    ],
  },
  'automatic deletion': {
    accepted: [
      yaml`
        type: volume
        backend: aws
        region: r
        size: 1GB
        auto_cleanup_duration: 1h
      `,
      yaml`
        type: volume
        backend: aws
        region: r
        volume_id: a
        auto_cleanup_duration: off
      `,
      yaml`
        type: volume
        backend: aws
        region: r
        volume_id: a
        auto_cleanup_duration: 0
      `,
    ],
    refused: [
      `
type: volume
backend: daytona
volume_id: a
auto_cleanup_duration: 1h
#^^^^^^^^^^^^^^^^^^^^ conflicting-properties: \`auto_cleanup_duration\` is not supported for an existing volume (\`volume_id\`)
`,
      `
type: volume
backend: kubernetes
claim_name: a
auto_cleanup_duration: 5
#^^^^^^^^^^^^^^^^^^^^ conflicting-properties
`,
    ],
  },
};
