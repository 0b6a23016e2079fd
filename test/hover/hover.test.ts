import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkHover, hoverIn, hoverText } from '../support/hover';

test('a key says what it does, its forms, its default and where to read on', () => {
  checkHover(
    'type: task\nmax$0_price: 2',
    'max_price',
    '`max_price`',
    'number',
    'US dollars an hour',
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
    'Not together with `python`, `docker`',
    'image: lmsysorg/sglang:latest',
  );
  checkHover('type: task\n$0env:\n  - A', 'env', 'list or mapping', '  - HF_TOKEN', '# or');
  checkHover(
    'type: task\nresources:\n  gpu$0: 1',
    'gpu',
    'short form or mapping',
    '#resources-gpu',
  );
  checkHover('type: task\nregistry_auth:\n  user$0name: x', 'username', 'required');
  checkHover('type: task\npri$0ority: 1', 'priority', 'From 0 to 100');
  checkHover('type: service\ngro$0ups: []', 'groups', 'Since dstack 0.22.5');
  checkHover('type: task\nse$0tup: []', 'setup', 'Deprecated');
  checkHover('type: task\nbu$0ild: []', 'build', 'Removed', '0.12.0');
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
});

test('the type and the other listed values are explained', () => {
  checkHover('ty$0pe: task', 'type', '- `dev-environment` –', '- `preset` –');
  checkHover('type: ta$0sk', 'task', 'commands that run');
  checkHover('type: dev-environment\nide: "vs$0code"', '"vscode"', 'Visual Studio Code');
  checkHover('type: task\nspot_policy: spot$0', 'spot', 'Spot instances only');
  checkHover('type: task\nbackends: [aws, g$0cp]', 'gcp', 'Google Cloud');
  checkHover(
    'type: service\nhttps: y$0es',
    'yes',
    'must have a certificate',
    'YAML reads `yes` as the boolean `true`',
  );
  checkHover('type: task\nmax_duration: of$0f', 'off', 'as long as it wants', 'the default');
  checkHover('type: service\nscaling:\n  window: 6$00s', '60s', 'The last minute');
});

test('a value with a grammar says what dstack makes of it', () => {
  const gpu = (value: string) => `type: task\nresources:\n  gpu: ${value}`;
  checkHover(
    gpu('$0A100:80GB:2'),
    'A100:80GB:2',
    '2 A100 GPUs with 80 GB each, 160 GB in all',
    '**`A100` – GPU model**',
  );
  checkHover(
    gpu('A100:80$0GB:2'),
    'A100:80GB:2',
    '**`80GB` – memory of each GPU**',
    '- `2` – number of GPUs',
  );
  checkHover(
    gpu('A100:40GB..80GB:2$0'),
    'A100:40GB..80GB:2',
    '40 to 80 GB each, 80 to 160 GB in all',
  );
  checkHover(gpu('nvid$0ia'), 'nvidia', '1 or more NVIDIA GPUs');
  checkHover(gpu('v2$0-8'), 'v2-8', 'A Google TPU v2 with 8 cores');
  checkHover('type: task\nresources:\n  memory: 24$0GB..', '24GB..', '24 GB or more');
  checkHover('type: task\nresources:\n  cpu: arm:8$0..', 'arm:8..', '8 or more arm CPU cores');
  checkHover('type: task\nresources:\n  disk: 1$0TB', '1TB', 'A disk of 1 TB');
  checkHover('type: task\nidle_duration: 2$0d', '2d', '2 days (48 hours)');
  checkHover('type: task\nidle_duration: 5400$0', '5400', '1 hour 30 minutes');
  checkHover(
    'type: task\nports: ["80:$08080"]',
    '"80:8080"',
    'Port 8080 of the container',
    '- **`8080` – port in the container**',
  );
  checkHover(
    'type: task\nvolumes: ["a:/da$0ta"]',
    '"a:/data"',
    'The network volume `a`, at `/data`',
  );
  checkHover('type: task\nenv:\n  - HF_$0TOKEN', 'HF_TOKEN', 'dstack apply -e HF_TOKEN=...');
  checkHover('type: task\nenv:\n  - A=$0b', 'A=b', 'Sets `A` to `b`', '- **`b` – value**');
  checkHover('type: task\nfleets: [ma$0in/x]', 'main/x', '`x` of the project `main`');
  checkHover('type: task\nfiles: [.:/ap$0p]', '.:/app', 'at `/app` in the container');
  checkHover('type: task\nrepos: [".$0.:/app"]', '"..:/app"', 'The repo in `..`');
  checkHover('type: fleet\nnodes: 0$0..4', '0..4', '0 to 4 instances');
  checkHover(
    'type: task\nschedule: {cron: 0 8 $0* * mon-fri}',
    '0 8 * * mon-fri',
    '- **`*` – day of the month**',
  );
});

test('what YAML reads otherwise than it looks', () => {
  checkHover(
    'type: task\nports:\n  - 8080:$022',
    '8080:22',
    'YAML reads `8080:22` as the number `484822`',
    'in quotes',
  );
  checkHover('type: task\npython: 3.1$00', '3.10', 'which dstack takes for `3.10`');
  checkHover(
    'type: task\nenv:\n  A: o$0n',
    'on',
    'YAML reads `on` as the boolean `true`',
    'in quotes',
  );
  checkHover('type: task\npriority: 01$07', '017', 'the number `15`');
  checkHover('type: task\nname: 2026-01$0-01', '2026-01-01', 'a date');
});

test('variables and references in a text', () => {
  const command = (text: string) => `type: task\ncommands:\n  - |\n    a\n    ${text}\n`;
  checkHover(command('b $DSTACK_NODE$0_RANK c'), 'DSTACK_NODE_RANK', '0 is the master');
  checkHover(command('b ${DSTACK_GPUS$0_NUM}'), 'DSTACK_GPUS_NUM', 'GPUs of the whole run');
  checkHover(command('b ${{ run.a$0rgs }}'), '${{ run.args }}', 'on the command line');
  checkHover(
    command('b ${{ groups[1].nodes[0].IP$0_ADDRESS }}'),
    '${{ groups[1].nodes[0].IP_ADDRESS }}',
    'of a node',
  );
  checkHover(command('b ${{ env$0.X }}'), '${{ env.X }}', 'only in `registry_auth`', 'not here');
  checkHover(
    'type: task\nregistry_auth: {password: "${{ secrets$0.x }}"}',
    '${{ secrets.x }}',
    'secret of the project',
  );
});

test('no hover where there is nothing to say', () => {
  for (const marked of [
    '$0',
    '# com$0ment',
    'type: task\nname: x$0',
    'type: task\nnonsen$0se: 1',
    'type: task\ncommands:\n  - ec$0ho',
    'type: task\nenv: &a [X]\nprofile: *a$0',
    '- ty$0pe: task',
  ]) {
    assert.equal(hoverIn(marked), null, marked);
  }
});

test('a file cannot put Markdown into what is said about it', () => {
  for (const evil of [
    '[x](command:y)',
    '`[x](command:y)`',
    '``a``b```',
    '<script>',
    '\\u0060\\n\\n# x',
  ]) {
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
  }
});
