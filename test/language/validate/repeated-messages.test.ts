/** No two problems that begin on one line have the same message: a reader takes the second for a fault of the editor. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Analysis } from '../../../server/src/language/analysis';
import { diagnostics } from '../../../server/src/language/features/diagnostics';
import { SCHEMAS } from '../../../server/src/language/schema';
import { mutate } from '../../support/generate/mutate';
import { Random } from '../../support/generate/random';
import { corpusSamples, fixtureSamples, uriOf, type Sample } from '../../support/oracle/corpus';

/** Mutations of each file of the repository, and of each public file. */
const MUTATIONS = 15;
const MUTATIONS_OF_CORPUS = 3;

const fixtures = [...fixtureSamples('accepted'), ...fixtureSamples('refused')];
const corpus = corpusSamples();

/** `NAME:LINE MESSAGE` of each message that a line has twice in the editor, and the text of the line. */
function repeated({ name, text, kind }: Sample): readonly string[] {
  const told = new Set<string>();
  return diagnostics(new Analysis({ uri: uriOf(kind), text })).flatMap(({ message, range }) => {
    const { line } = range.start;
    const place = `${line} ${message}`;
    const isNew = !told.has(place);
    told.add(place);
    return isNew ? [] : `${name}:${place}\n  ${text.split('\n')[line] ?? ''}`;
  });
}

/** The samples, and `count` mutations of each. */
function withMutations(samples: readonly Sample[], count: number): readonly Sample[] {
  const random = new Random(11);
  return samples.flatMap((sample) => {
    const made = Array.from({ length: count }, () =>
      mutate(sample.text, SCHEMAS[sample.kind], random),
    );
    const mutations = made.flatMap((one) => (one ? { ...sample, text: one.text } : []));
    return [sample, ...mutations];
  });
}

function check(samples: readonly Sample[], count: number): void {
  const all = withMutations(samples, count);
  assert.ok(all.length > samples.length * count * 0.8, `only ${all.length} texts`);
  assert.equal(all.flatMap(repeated).slice(0, 20).join('\n'), '');
}

describe('no line has a message twice', () => {
  test('in files of the repository and their mutations', () => check(fixtures, MUTATIONS));

  test(
    'in public files and their mutations',
    { skip: !corpus && 'needs the collection of public files' },
    () => check(corpus ?? [], MUTATIONS_OF_CORPUS),
  );
});

/** Problems of the file itself at one place, which no merging of equal ones hides. */
test('no place has a message twice', () => {
  const found = withMutations(fixtures, MUTATIONS).flatMap(({ name, kind, text }) => {
    const { problems } = new Analysis({ uri: uriOf(kind), text });
    const places = problems.map(({ span, message }) => `${name} ${span.start} ${message}`);
    return places.filter((place, index) => places.indexOf(place) < index);
  });
  assert.deepEqual(found, []);
});

test('of equal problems on a line, the first names the places of the others', () => {
  const text =
    'type: task\ncommands: [ls]\nports: [70000, 80, 70000, 70001]\nbackends: [awz, awz]\n';
  const found = diagnostics(new Analysis({ uri: 'file:///w/.dstack.yml', text }));
  assert.deepEqual(
    found.map(({ range, relatedInformation = [] }) => [
      `${range.start.line}:${range.start.character}`,
      ...relatedInformation.map(({ location }) => location.range.start.character),
    ]),
    [['2:8', 19], ['2:26'], ['3:11', 16]],
  );
});
