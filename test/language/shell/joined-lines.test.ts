import assert from 'node:assert/strict';
import { areLines, misreadIfJoined } from '../../../server/src/language/shell/joined-lines';
import { table } from '../../support/table';

const wordOf = (command: string) => misreadIfJoined(command.split('\n'))?.word;

table(
  'joined lines that a shell reads as they are meant, or that are not judged',
  [
    'for i in 1 2; do\necho $i;\ndone',
    'for ((i=0;i<3;i++))\ndo echo $i; done',
    'for i\ndo echo $i; done',
    'if (( 1 > 0 ))\nthen echo 1; fi',
    'if [[ -f a ]]\nthen echo 1; fi',
    'if true; then (echo a)\nfi',
    'for i in 1; do if true; then echo; fi\ndone',
    'for i in 1; do { echo $i; }\ndone',
    'case x in x) break;; esac\necho',
    'case $x in a)\nesac',
    'echo I will do if I can\nthen leave',
    "awk '{ if ($1 > 3) {\nprint $1\n} else {\nprint $2\n} }' f",
    "jq '.[] | if .a then .b\nelse .c\nend' f",
    'psql -c "SELECT\ncase when a\nthen 1\nelse 2\nend"',
    'vllm serve m\n--compilation-config \'{\n"x": true\n}\'',
    "python -c '\nprint(x << y);\ny\n'",
    'echo x # see <<EOF\nEOF',
    "echo \"don't\" '<<EOF'\nEOF",
    'echo a\\<<EOF\nEOF',
    'echo $[1<<y]\ny',
    'cat <<< EOF\nEOF',
    'torchrun\n--nproc_per_node=2\ntrain.py',
    'cat <<EOF\n\nEOF\n',
  ],
  (command) => {
    assert.equal(wordOf(command), undefined);
  },
);

table(
  'a shell misreads a keyword, or the end of a here-document',
  [
    ['for i in 1 2; do\necho $i\ndone', 'done'],
    ['while true; do\n\nsleep 1\ndone', 'done'],
    ['if [ -f a ]; then\na\nfi', 'fi'],
    ['if a\nthen b; fi', 'then'],
    ['if a; then\nb\nelse\nc;\nfi', 'else'],
    ['for i in a; do\necho "x; y" \'z\'\ndone', 'done'],
    ['python - <<EOF\nimport a\n\nprint(1)\nEOF', 'EOF'],
    ["cat <<'END' > f\na\nEND", 'END'],
    ['cat <<-"END"\na\nEND', 'END'],
    ['echo "it\'s" <<EOF\na\nEOF', 'EOF'],
  ] as const,
  ([command, word]) => {
    assert.equal(wordOf(command), word);
  },
);

table(
  'lines that are commands of their own, and lines that go on',
  [
    ['for i in a; do\necho $i\ndone', 'yes'],
    ['python - <<EOF\na\n- b\nEOF', 'yes'],
    ['case $x in\na) b;;\nesac', 'yes'],
    ['for i in a; do\npython train.py\nlr=$i\ndone', 'maybe'],
    ['for i in\na;\ndo b; done', 'maybe'],
    ['if a; then\npython train.py\n| tee log\nfi', 'no'],
    ['if a; then\npython train.py\n> log\nfi', 'no'],
    ['if a\n&& b; then\nc\nfi', 'no'],
    ['if a; then\npython train.py\n--lr 1\nfi', 'no'],
    ['echo "a\nb"', 'no'],
  ] as const,
  ([script, answer]) => {
    assert.equal(areLines(script.split('\n')), answer);
  },
);
