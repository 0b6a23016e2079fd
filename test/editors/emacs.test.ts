import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Emacs, NO_EMACS, TEXT } from '../support/editors/emacs';
import { Scene } from '../support/editors/scene';
import { NOT_BUILT } from '../support/server/server-process';
import { table } from '../support/table';

const options = { skip: NOT_BUILT || NO_EMACS };

const TASK = 'type: task\ncomands:\n  - python train.py\nfleets:   [gpu]\n';
const FLEET = 'type: fleet\nname: gpu\nnodes: 1\n';

const scene = new Scene({
  '.dstack.yml': 'type: task\n',
  '.dstack/profiles.yaml': 'profiles: []\n',
  'mydstack.yml': 'a: 1\n',
  'train.dstack.yml': TASK,
  'closed.dstack.yml': TASK,
  'hover.dstack.yml': TASK,
  'fix.dstack.yml': TASK,
  'format.dstack.yml': TASK,
  'gpu.dstack.yml': FLEET,
  'a.dstack.yml': 'type: volume\nname: data\nregion: eu-west-1\nbackend: aws\nsize: 100GB\n',
  'b.dstack.yml': 'type: volume\nname: data\nregion: us-east-1\nbackend: aws\nsize: 100GB\n',
});

let emacs: Emacs;
let count = 0;

before(async () => {
  if (!options.skip) emacs = await Emacs.start(scene);
});

after(async () => {
  if (!options.skip) await emacs.stop();
  scene.remove();
});

const PROBLEMS =
  "(progn (unless (flymake-diagnostics) (flymake-start)) (vconcat (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))";
const hasItems = (list: unknown) => (list as unknown[]).length > 0;

table(
  'Emacs: files of dstack have the mode and the server, others have not',
  [
    ['train.dstack.yml', 'dstack-mode', true],
    ['.dstack.yml', 'dstack-mode', true],
    ['.dstack/profiles.yaml', 'dstack-mode', true],
    ['mydstack.yml', 'yaml-mode', null],
  ] as const,
  async ([name, mode, isManaged]) => {
    await emacs.open(name);
    assert.equal(await emacs.lisp('major-mode'), mode);
    const managed = await emacs.until('(eglot-managed-p)', (found) => found === isManaged);
    assert.equal(managed, isManaged);
  },
  options,
);

test('Emacs: problems, those with other files too', options, async () => {
  await emacs.openWithServer('a.dstack.yml');
  const [problem] = (await emacs.until(PROBLEMS, hasItems)) as string[];
  assert.match(problem ?? '', /duplicate-name/);
});

table(
  'Emacs: an accepted suggestion is written as a whole',
  [
    ['type: task\npyth', 'type: task\npython: '],
    ['type: task\ncomm', 'type: task\ncommands:'],
    ['type: task\nresources:\n  memo', 'type: task\nresources:\n  memory: '],
  ] as const,
  async ([typed, expected]) => {
    const name = `new-${String(++count)}.dstack.yml`;
    await emacs.openWithServer(name);
    await emacs.lisp(`(progn (insert ${JSON.stringify(typed)}) (completion-at-point) t)`);
    assert.equal(await emacs.until(TEXT, (text) => text === expected), expected);
  },
  options,
);

test('Emacs: hover', options, async () => {
  await emacs.openWithServer('hover.dstack.yml');
  await emacs.lisp(`(progn (setq shown nil) (goto-char 2)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown (substring-no-properties text)))) t)`);
  assert.match(String(await emacs.until('shown', Boolean)), /`?type.*dstack apply/s);
});

test('Emacs: a fix', options, async () => {
  await emacs.openWithServer('fix.dstack.yml');
  await emacs.until(PROBLEMS, hasItems);
  // The user takes the first of the list.
  await emacs.lisp(`(progn (goto-char 14)
    (cl-letf (((symbol-function 'completing-read) (lambda (_ list &rest _) (caar list))))
      (eglot-code-actions (point) (point) "quickfix" t)) t)`);
  const fixed = TASK.replace('comands', 'commands');
  assert.equal(await emacs.until(TEXT, (text) => text === fixed), fixed);
});

test('Emacs: formatting', options, async () => {
  await emacs.openWithServer('format.dstack.yml');
  await emacs.lisp('(progn (eglot-format-buffer) t)');
  assert.equal(await emacs.lisp(TEXT), TASK.replace(':   ', ': '));
});

test('Emacs: a name is renamed in files that are not open', options, async () => {
  await emacs.openWithServer('gpu.dstack.yml');
  // The user is asked before files are changed that are not open.
  await emacs.lisp(`(progn (goto-char 20)
    (cl-letf (((symbol-function 'y-or-n-p) #'always)) (eglot-rename "cpu"))
    (save-some-buffers t) t)`);
  assert.equal(scene.read('gpu.dstack.yml'), FLEET.replace('gpu', 'cpu'));
  assert.equal(scene.read('closed.dstack.yml'), TASK.replace('gpu', 'cpu'));
});
