import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language';
import { signatureHelp } from '../../../server/src/language/features/signature-help';
import { SHORTHAND_NAMES, SHORTHANDS } from '../../../server/src/language/shorthand';
import { partNames } from '../../../server/src/language/meaning/parts';
import { cursorIn } from '../../support/check/cursor';

function help(marked: string, asked = true) {
  const { text, offset } = cursorIn(marked);
  const analysis = new Analysis({ uri: 'file:///.dstack.yml', text });
  return signatureHelp(analysis, {
    position: analysis.tree.lines.position(offset),
    context: { triggerKind: asked ? 1 : 2, isRetrigger: false },
  });
}

/** The form that is written, with the part at the cursor in brackets; '' where there is none. */
function shown(marked: string, asked = true): string {
  const { signatures, activeSignature, activeParameter } = help(marked, asked) ?? {};
  const { label, parameters } = signatures?.[activeSignature ?? -1] ?? {};
  const part = parameters?.[activeParameter ?? -1]?.label;
  return label && typeof part === 'string' ? label.replace(part, `[${part}]`) : '';
}

const GPU = 'type: task\nresources:\n  gpu: ';
const CPU = 'type: task\nresources:\n  cpu: ';
const PORTS = 'type: task\nports:\n  - ';
const VOLUMES = 'type: task\nvolumes:\n  - ';
const FILES = 'type: task\nfiles:\n  - ';
const REPOS = 'type: task\nrepos:\n  - ';
const ENV = 'type: task\nenv:\n  - ';
const FLEETS = 'type: task\nfleets:\n  - ';

const CASES: readonly (readonly [marked: string, shown: string])[] = [
  [`${GPU}$0`, 'VENDOR:[NAME]:MEMORY:COUNT'],
  [`${GPU}A1$000`, 'VENDOR:[NAME]:MEMORY:COUNT'],
  [`${GPU}A100:$0`, 'VENDOR:NAME:[MEMORY]:COUNT'],
  [`${GPU}A100:80GB:$0`, 'VENDOR:NAME:MEMORY:[COUNT]'],
  [`${GPU}A100:40GB..80$0GB:2`, 'VENDOR:NAME:[MEMORY]:COUNT'],
  [`${GPU}A100:$02`, 'VENDOR:NAME:MEMORY:[COUNT]'],
  [`${GPU}nvidia:$0`, 'VENDOR:[NAME]:MEMORY:COUNT'],
  [`${GPU}nvi$0dia:A100`, '[VENDOR]:NAME:MEMORY:COUNT'],
  [`${GPU}"A100,H100$0:2"`, 'VENDOR:[NAME]:MEMORY:COUNT'],
  [`${CPU}arm:$0`, 'ARCH:[COUNT]'],
  [`${PORTS}80$080`, '[PORT]'],
  [`${PORTS}"8080:$0"`, 'LOCAL:[PORT]'],
  [`${PORTS}8080:$0`, 'LOCAL:[PORT]'],
  [`${PORTS}"80$080:80"`, '[LOCAL]:PORT'],
  [`${PORTS}"*:$0"`, 'LOCAL:[PORT]'],
  [`${VOLUMES}da$0`, '[NAME]:/PATH'],
  [`${VOLUMES}data:$0`, 'NAME:/[PATH]'],
  [`${VOLUMES}data:/mnt$0`, 'NAME:/[PATH]'],
  [`${VOLUMES}/mnt$0`, '/[INSTANCE]:/PATH'],
  [`${VOLUMES}/mnt:$0`, '/INSTANCE:/[PATH]'],
  [`${FILES}dat$0a.csv`, '[LOCAL]'],
  [`${FILES}data.csv:$0`, 'LOCAL:[PATH]'],
  [`${REPOS}.:$0`, 'LOCAL:[PATH]'],
  [`${REPOS}https://github.com/a/b:$0`, 'URL:[PATH]'],
  [`${ENV}HF_TO$0KEN`, '[NAME]'],
  [`${ENV}DEBUG=$0`, 'NAME=[VALUE]'],
  [`${ENV}DEBUG=1$0`, 'NAME=[VALUE]'],
  [`${FLEETS}main/$0`, 'PROJECT/[NAME]'],
  ['type: task\nuser: ubuntu:$0', 'USER:[GROUP]'],
  ['type: task\nschedule:\n  cron: "0 9 $0"', 'MINUTE HOUR [DAY] MONTH WEEKDAY'],
  ['type: task\nschedule:\n  cron: "0 9$0"', 'MINUTE [HOUR] DAY MONTH WEEKDAY'],
  ['type: task\nschedule:\n  cron: 0 9 * * mon$0', 'MINUTE HOUR DAY MONTH [WEEKDAY]'],
  // The release has no such parts, or no shorthand.
  [`# dstack: 0.19.7\n${CPU}8$0`, ''],
  [`# dstack: 0.18.20\n${VOLUMES}data:$0`, ''],
  [`# dstack: 0.19.8\n${CPU}arm:$0`, 'ARCH:[COUNT]'],
  // Nothing with several parts is written.
  ['type: task\nima$0ge: a', ''],
  ['type: task\nimage: a$0', ''],
  ['type: task\nresources:\n  memory: 8$0GB', ''],
  [`${PORTS}http://x:$0`, ''],
  ['# $0\ntype: task\n', ''],
];

test('the part at the cursor is the active one, in unfinished texts too', () => {
  assert.deepEqual(
    CASES.map(([marked]) => [marked, shown(marked)]),
    CASES,
  );
});

test('what is finished says what it means', () => {
  const { signatures, activeSignature = 0 } = help(`${PORTS}"8080:8$00"`) ?? {};
  assert.deepEqual(
    signatures?.map(({ documentation }) => documentation !== undefined),
    [false, true],
  );
  assert.match(JSON.stringify(signatures?.[activeSignature]?.documentation), /8080/);
});

test('typing alone does not open it before a part is written', () => {
  assert.equal(shown(`${GPU}$0`, false), '');
  assert.equal(shown(`${GPU}A100:$0`, false), 'VENDOR:NAME:[MEMORY]:COUNT');
});

test('each label has its words, and each part a name', () => {
  for (const shorthand of SHORTHAND_NAMES) {
    const { labels = {} } = SHORTHANDS[shorthand].forms ?? {};
    for (const [label, words] of Object.entries(labels)) {
      const names = partNames(shorthand);
      for (const [word, kind] of Object.entries(words)) {
        assert.ok(label.includes(word), `${word} is not in ${label}`);
        assert.ok(names[kind]);
      }
    }
  }
});
