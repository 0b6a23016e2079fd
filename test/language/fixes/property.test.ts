import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { fixAll } from '../../../server/src/language/fixes/fix-all';
import { SCHEMAS } from '../../../server/src/language/schema';
import { fixtureSamples, uriOf, type Sample } from '../../support/oracle/corpus';
import { checkFixes } from '../../support/check/fix-promises';
import { checkNothingLost } from '../../support/check/nothing-lost';
import { mutate } from '../../support/generate/mutate';
import { Random } from '../../support/generate/random';
import { ruleExamples } from '../../support/generate/rule-examples';

const MUTATIONS = 300;

type Subject = Pick<Sample, 'text' | 'kind'>;

const ofRules: readonly Subject[] = ruleExamples().map((text) => ({
  text,
  kind: /^type:/m.test(text) ? 'configuration' : 'profiles',
}));
const SUBJECTS: Readonly<Record<string, readonly Subject[]>> = {
  'examples of the rules': ofRules,
  'examples of the rules with CRLF': ofRules.map(({ text, kind }) => ({
    text: text.replaceAll('\n', '\r\n'),
    kind,
  })),
  'refused files': fixtureSamples('refused'),
  mutations: mutations(),
};

for (const [subject, files] of Object.entries(SUBJECTS)) {
  test(`every fix offered keeps what fixes promise: ${subject}`, (context) => {
    let offered = 0;
    for (const { text, kind } of files)
      offered += checkFixes(new Analysis({ uri: uriOf(kind), text }));
    context.diagnostic(
      `figure: ${String(files.length)} files of the subject "${subject}" have ${String(offered)} fixes`,
    );
    assert.ok(files.length > 40 && offered > files.length / 3, `only ${String(offered)} fixes`);
  });

  test(`fixing all loses nothing: ${subject}`, () => {
    for (const { text, kind } of files)
      checkNothingLost(text, fixAll(new Analysis({ uri: uriOf(kind), text })).analysis.source.text);
  });

  test(`fixing all twice does no more than once: ${subject}`, () => {
    for (const { text, kind } of files) {
      const once = fixAll(new Analysis({ uri: uriOf(kind), text })).analysis;
      const twice = fixAll(new Analysis(once.source)).analysis;
      assert.equal(twice.source.text, once.source.text, text);
    }
  });
}

function mutations(): readonly Subject[] {
  const samples = fixtureSamples('accepted');
  const random = new Random(6);
  return Array.from({ length: MUTATIONS }, () => {
    const { text, kind } = random.pick(samples);
    return { text: mutate(text, SCHEMAS[kind], random)?.text ?? text, kind };
  });
}
