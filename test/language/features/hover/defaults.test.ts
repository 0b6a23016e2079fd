import { checkHover } from '../../../support/check/hover';
import { table } from '../../../support/table';

/** A file whose first line names its release, and what the hover says of the default. */
const DEFAULTS: readonly (readonly [release: string, file: string, said: string])[] = [
  [
    '0.19.8',
    'type: task\nresources:\n  gpu:\n    count$0: 2\n',
    'Default: `1`. Since dstack 0.19.9: `1..`.',
  ],
  [
    '0.19.9',
    'type: task\nresources:\n  gpu:\n    count$0: 2\n',
    'Default: `1..`. Before dstack 0.19.9: `1`.',
  ],
  [
    '0.20.7',
    'type: service\nprobes$0: []\n',
    'Default: `[]`. Since dstack 0.20.8: a request to `/v1/chat/completions`',
  ],
  [
    '0.22.5',
    'type: fleet\nresources$0: {}\n',
    'Default: any hardware. Before dstack 0.20.17: `{cpu: 2.., memory: 8GB.., disk: 100GB..}`.',
  ],
  ['0.22.5', 'type: task\nspot_policy$0: spot\n', 'Default: `on-demand`.'],
  ['0.22.5', 'type: service\nrouter$0: {}\n', '`router: {type: smg}`'],
];

table('the default of a release', DEFAULTS, ([release, file, said]) => {
  const [, key = ''] = /(\w+)\$0/.exec(file) ?? [];
  checkHover(`# dstack: ${release}\n${file}`, key, said);
});
