import assert from 'node:assert/strict';
import { hasDstackName, looksLikeDstack } from '../../client/src/looks-like-dstack';
import { table } from '../support/table';

table(
  'names of dstack files',
  [
    ['/w/.dstack.yml', true],
    ['/w/a.dstack.yaml', true],
    ['/w/.dstack/profiles.yml', true],
    ['/w/dstack.yml', false],
    ['/w/a.dstack.yml.txt', false],
    ['/w/x.dstack/profiles.yml', false],
  ] as const,
  ([path, expected]) => assert.equal(hasDstackName(path), expected),
);

table(
  'texts that look like a configuration',
  [
    ['type: task\ncommands: [ls]\n', true],
    ['name: x\ntype: "service"\nport: 80\n', true],
    ['type: fleet\r\nnodes: 2\r\n', true],
    ['type: task\n', false],
    ['type: service\nname: x\nimage: y\n', false],
    ['type: tasks\ncommands: [ls]\n', false],
    ['apiVersion: v1\nkind: X\ntype: service\nport: 80\n', false],
    ['steps:\n  - type: task\n    commands: [ls]\n', false],
  ] as const,
  ([text, expected]) => assert.equal(looksLikeDstack(text), expected),
);
