import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Neovim, NO_NEOVIM, TEXT } from '../support/editors/neovim';
import { Scene } from '../support/editors/scene';
import { NOT_BUILT } from '../support/server/server-process';
import { table } from '../support/table';

const options = { skip: NOT_BUILT || NO_NEOVIM };

const TASK = 'type: task\ncomands:\n  - python train.py\nfleets:   [gpu]\n';
/** A mistake after characters of two, three and four bytes. */
const WIDE = '{type: task, env: {É: "漢😀"}, comands: [ls], fleets: [gpu]}\n';
const FLEET = 'type: fleet\nname: gpu\nnodes: 1\n';

const scene = new Scene({
  '.dstack.yml': 'type: task\n',
  '.dstack/profiles.yaml': 'profiles: []\n',
  'mydstack.yml': 'a: 1\n',
  'docker-compose.yml': 'services: {}\n',
  'train.dstack.yml': TASK,
  'more.dstack.yml': TASK,
  'closed.dstack.yml': TASK,
  'gpu.dstack.yml': FLEET,
  'a.dstack.yml': 'type: volume\nname: data\nregion: eu-west-1\nbackend: aws\nsize: 100GB\n',
  'b.dstack.yml': 'type: volume\nname: data\nregion: us-east-1\nbackend: aws\nsize: 100GB\n',
  'wide.dstack.yml': WIDE,
  'new.dstack.yml': '',
});

let neovim: Neovim;

before(async () => {
  if (!options.skip) neovim = await Neovim.start(scene);
});

after(async () => {
  if (!options.skip) await neovim.stop();
  scene.remove();
});

const CODES = 'vim.tbl_map(function(d) return d.code end, vim.diagnostic.get(0))';

table(
  'Neovim: files of dstack have the filetype and the server, others have not',
  [
    ['train.dstack.yml', 'yaml.dstack', 1],
    ['.dstack.yml', 'yaml.dstack', 1],
    ['.dstack/profiles.yaml', 'yaml.dstack', 1],
    ['mydstack.yml', 'yaml', 0],
    ['docker-compose.yml', 'yaml', 0],
  ] as const,
  async ([name, filetype, clients]) => {
    await neovim.type(`<Esc>:edit! ${scene.path(name)}<CR>`);
    await neovim.until('vim.fn.expand("%:t")', (tail) => name.endsWith(String(tail)));
    assert.equal(await neovim.lua('vim.bo.filetype'), filetype);
    const count = '#vim.lsp.get_clients({ bufnr = 0 })';
    assert.equal(await neovim.until(count, (found) => found === clients), clients);
  },
  options,
);

test('Neovim: problems, those with other files too, without an edit', options, async () => {
  await neovim.open('a.dstack.yml');
  const codes = await neovim.until(CODES, (found) => (found as unknown[]).length > 0);
  assert.deepEqual(codes, ['duplicate-name']);
});

/** What is typed into the end of a text, and the text after its only or first suggestion is accepted. */
const ACCEPTED = [
  ['', 'ty', 'type: '],
  ['type: task\n', 'comm', 'type: task\ncommands:'],
  ['type: task\n', 'pyth', 'type: task\npython: '],
  ['type: task\nresources:\n  ', 'memo', 'type: task\nresources:\n  memory: '],
  ['', 'type: ta', 'type: task'],
  [
    'type: fleet\nssh_config:\n  hosts:\n    - ',
    'host',
    'type: fleet\nssh_config:\n  hosts:\n    - hostname: ',
  ],
] as const;

table(
  'Neovim: an accepted suggestion is written as a whole',
  ACCEPTED,
  async ([before, typed, expected]) => {
    await neovim.open('new.dstack.yml');
    await neovim.set(before);
    await neovim.type(`GA${typed}`);
    await neovim.suggest();
    await neovim.type('<C-n><C-y>');
    const text = await neovim.until(TEXT, (t) => t === expected);
    assert.equal(text, expected);
    assert.equal(await neovim.messages(), '');
  },
  options,
);

test('Neovim: a whole file has no empty choice', options, async () => {
  await neovim.open('new.dstack.yml');
  await neovim.set('');
  await neovim.type('itask');
  await neovim.suggest();
  await neovim.type('<C-n><C-y>');
  const text = await neovim.until(TEXT, (found) => String(found).includes('type: task'));
  assert.match(String(text), /^type: task\n(?:.*\n)*commands:\n {2}- /);
  assert.doesNotMatch(String(text), /""|''|\$/);
});

test('Neovim: hover', options, async () => {
  await neovim.open('train.dstack.yml');
  await neovim.type('ggK');
  const floats = `vim.tbl_map(function(w) return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(w), 0, -1, true), " ") end, vim.tbl_filter(function(w) return vim.api.nvim_win_get_config(w).relative ~= "" end, vim.api.nvim_list_wins()))`;
  const [shown] = (await neovim.until(
    floats,
    (list) => (list as unknown[]).length > 0,
  )) as string[];
  assert.match(shown ?? '', /`type`.*dstack apply/s);
});

test(
  'Neovim: the preferred fix, and all safe fixes by the command of our page',
  options,
  async () => {
    const fixed = TASK.replace('comands', 'commands').trimEnd();
    await neovim.open('train.dstack.yml');
    await neovim.until(CODES, (found) => (found as unknown[]).length > 0);
    await neovim.type('2G');
    await neovim.lua(
      'vim.lsp.buf.code_action({ apply = true, filter = function(a) return a.isPreferred end })',
    );
    assert.equal(await neovim.until(TEXT, (text) => text === fixed), fixed);
    await neovim.open('more.dstack.yml');
    await neovim.lua(
      "vim.lsp.buf.code_action({ context = { only = { 'source.fixAll' } }, apply = true })",
    );
    assert.equal(await neovim.until(TEXT, (text) => text === fixed), fixed);
  },
);

test('Neovim: formatting', options, async () => {
  await neovim.open('train.dstack.yml');
  await neovim.lua('vim.lsp.buf.format()');
  assert.equal(await neovim.lua(TEXT), TASK.replace(':   ', ': ').trimEnd());
});

test('Neovim: positions are in UTF-8, as in its buffers', options, async () => {
  await neovim.open('wide.dstack.yml');
  const encoding = 'vim.lsp.get_clients({ bufnr = 0 })[1].offset_encoding';
  assert.equal(await neovim.lua(encoding), 'utf-8');
  const columns = 'vim.tbl_map(function(d) return { d.col, d.end_col } end, vim.diagnostic.get(0))';
  const start = Buffer.byteLength(WIDE.slice(0, WIDE.indexOf('comands')));
  const expected = [[start, start + 'comands'.length]];
  await neovim.until(columns, (found) => JSON.stringify(found) === JSON.stringify(expected));
  assert.deepEqual(await neovim.lua(columns), expected);
  // What is typed before the mistake moves it.
  await neovim.type('ggf漢i漢é😀<Esc>');
  await neovim.type('fd');
  await neovim.lua(
    'vim.lsp.buf.code_action({ apply = true, filter = function(a) return a.isPreferred end })',
  );
  const fixed = WIDE.replace('漢', '漢é😀漢').replace('comands', 'commands').trimEnd();
  assert.equal(await neovim.until(TEXT, (text) => text === fixed), fixed);
  await neovim.type(':edit!<CR>');
});

test('Neovim: a name is renamed in files that are not open', options, async () => {
  await neovim.open('gpu.dstack.yml');
  await neovim.type('2G$');
  await neovim.lua("vim.lsp.buf.rename('cpu')");
  await neovim.until(TEXT, (text) => String(text).includes('cpu'));
  await neovim.type(':wall<CR>');
  await neovim.until('vim.bo.modified', (modified) => modified === false);
  assert.equal(scene.read('gpu.dstack.yml'), FLEET.replace('gpu', 'cpu'));
  assert.equal(scene.read('closed.dstack.yml'), TASK.replace('gpu', 'cpu'));
  assert.equal(scene.read('wide.dstack.yml'), WIDE.replace('gpu', 'cpu'));
});
