import type { Table } from '../../../../support/check/rules';

export const volume: Table = {
  'new or existing': {
    accepted: [
      'type: volume\nbackend: aws\nregion: r\nsize: 100GB\n',
      'type: volume\nbackend: gcp\nregion: r\nvolume_id: a\n',
      'type: volume\nbackend: kubernetes\nclaim_name: ""\n',
      'type: volume\nbackend: daytona\n',
      'type: volume\nbackend: lium\nvolume_id: null\n',
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
      'type: volume\nbackend: aws\nregion: r\nsize: 1GB\nauto_cleanup_duration: 1h\n',
      'type: volume\nbackend: aws\nregion: r\nvolume_id: a\nauto_cleanup_duration: off\n',
      'type: volume\nbackend: aws\nregion: r\nvolume_id: a\nauto_cleanup_duration: 0\n',
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
