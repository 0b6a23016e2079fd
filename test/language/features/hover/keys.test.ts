import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkHover, hoverIn, hoverText } from '../../../support/check/hover';
import { table } from '../../../support/table';

test('a key says what it does, its forms, its default and where to read on', () => {
  checkHover(
    'type: task\nmax$0_price: 2',
    'max_price',
    '`max_price`',
    'number',
    'US dollars per hour',
    'Default: no limit',
  );
  checkHover(
    'type: task\nmax_price: 2\nna$0me: x',
    'name',
    'https://dstack.ai/docs/reference/dstack.yml/task#name',
  );
  checkHover(
    'type: task\nspot_pol$0icy: auto',
    'spot_policy',
    'Default: `on-demand`',
    '- `auto` –',
  );
  checkHover(
    'type: task\nim$0age: x',
    'image',
    'Cannot be combined with `python`, `docker`',
    'image: lmsysorg/sglang:latest',
  );
  checkHover('type: task\n$0env:\n  - A', 'env', 'list or mapping', '  - HF_TOKEN', '# or');
  checkHover('type: task\nresources:\n  gpu$0: 1', 'gpu', 'shorthand or mapping', '#resources-gpu');
  checkHover('type: task\nregistry_auth:\n  user$0name: x', 'username', 'required');
  checkHover('type: task\npri$0ority: 1', 'priority', 'From 0 to 100');
  checkHover('type: service\ngro$0ups: []', 'groups', 'Since dstack 0.21.3');
  checkHover('type: task\nse$0tup: []', 'setup', 'Deprecated');
  checkHover('type: task\nbu$0ild: []', 'build', 'Removed', '0.12.0');
});

test('a list of values does not say what each value says alike', () => {
  const python = hoverText(hoverIn('type: task\npyth$0on: "3.12"\n'));
  assert.match(python, /Values: .*`3.12`/);
  assert.doesNotMatch(python, /- `3.12`/);
  checkHover('ty$0pe: fleet\n', 'type', '- `fleet` – The instances that runs use.');
});

test('keys in other places: quoted, in flow, in lists, of the user, in variants, in broken text', () => {
  checkHover('{"type": "task", "im$0age": "x"}', '"image"', 'Docker image');
  checkHover('type: task\nvolumes:\n  - {name: a, pa$0th: /b}', 'path', 'absolute path');
  checkHover('type: task\nenv:\n  HF_$0TOKEN: x', 'HF_TOKEN', '`HF_TOKEN`', 'Environment variable');
  checkHover(
    'type: volume\nbackend: kubernetes\nclaim$0_name: x',
    'claim_name',
    'PersistentVolumeClaim',
  );
  checkHover('type: task\r\nname: größe😀\r\nim$0age: x\r\n', 'image', 'Docker image');
  checkHover('type: task\nim$0age: x\nname: [', 'image', 'Docker image');
  checkHover('type: task\n<<: {im$0age: x}', 'image', 'Docker image');
});

table(
  'no hover where there is nothing to say',
  [
    '$0',
    '# com$0ment',
    'type: task\nnonsen$0se: 1',
    'type: task\ncommands:\n  - ec$0ho',
    '- ty$0pe: task',
  ],
  (marked) => {
    assert.equal(hoverIn(marked), null, marked);
  },
);

table(
  'a file cannot put Markdown into what is said about it',
  ['[x](command:y)', '`[x](command:y)`', '``a``b```', '<script>', '\\u0060\\n\\n# x'],
  (evil) => {
    const found = hoverText(hoverIn(`type: task\nenv:\n  $0"A=${evil}": 1\n`));
    const outside = found
      .replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '')
      .replace(/```yaml[^]*?```/g, '');
    assert.doesNotMatch(outside, /command:|script|# x/, found);
    const entry = hoverText(hoverIn(`type: task\nenv:\n  - $0'A=${evil}'\n`));
    assert.doesNotMatch(
      entry.replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, ''),
      /command:|script/,
      entry,
    );
  },
);
