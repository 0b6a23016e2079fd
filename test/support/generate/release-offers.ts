import type { CompletionItem } from 'vscode-languageserver-types';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { Analysis } from '../../../server/src/language/analysis';
import { environmentOf } from '../../../server/src/language/environment';
import { completion } from '../../../server/src/language/features/completion';
import { keyText, type Node, type Pair } from '../../../server/src/language/yaml/node';
import { accept } from '../check/completion';
import { inRelease } from '../check/release-errors';
import type { Verdict } from '../oracle/ask-dstack';
import { uriOf, type Sample } from '../oracle/corpus';
import type { Random } from './random';

/** Places of a file at which keys are asked for, and at which values are. */
const KEYS = 1;
const VALUES = 1;

/** A file in which an offered item was accepted. */
export interface OfferedFile extends Sample {
  readonly label: string;
  /** Whether an answer of dstack about the file is about the item: what is missing around a new key is not. */
  readonly isRejected: (answer: Verdict) => boolean;
}

/** Files with what completion offers for a release at some places of a file that the release accepts. */
export function offersIn(sample: Sample, release: string, random: Random): readonly OfferedFile[] {
  const { tree } = new Analysis({ uri: uriOf(sample.kind), text: sample.text });
  const pairs = tree.root ? [...blockPairs(tree.root)] : [];
  const keys = random.sample(pairs, KEYS).flatMap(({ key }) => {
    const { start } = key.span;
    const line = sample.text.slice(sample.text.lastIndexOf('\n', start - 1) + 1, start);
    if (line.trim() !== '') return [];
    return itemsAt(
      `${sample.text.slice(0, start)}$0\n${line}${sample.text.slice(start)}`,
      CompletionItemKind.Property,
    );
  });
  const values = random
    .sample(pairs.filter(isPlainValue), VALUES)
    .flatMap(({ value }) =>
      itemsAt(
        `${sample.text.slice(0, value.span.start)}$0${sample.text.slice(value.span.end)}`,
        CompletionItemKind.EnumMember,
      ),
    );
  return [...keys, ...values];

  function itemsAt(marked: string, kind: CompletionItemKind): readonly OfferedFile[] {
    return (
      offered(marked, sample, release)
        // A property beside one that excludes it says so, and one that decides needs others.
        .filter(({ label, labelDetails, ...item }) => {
          const isExcluded = labelDetails?.description?.startsWith('not with') === true;
          return item.kind === kind && !isExcluded && !/:|^- /.test(label);
        })
        .map((item) => fileOf(marked, item, kind))
    );
  }

  function fileOf(marked: string, item: CompletionItem, kind: CompletionItemKind): OfferedFile {
    const text = accept(marked, item).replace('$0', '');
    const isKey = kind === CompletionItemKind.Property;
    const isRejected = (answer: Verdict) =>
      !answer.ok && (isKey ? isUnknown(answer, item.label) : NOT_LISTED.test(answer.error));
    return { ...sample, text, label: item.label, isRejected };
  }
}

/** That a value is none of the possible ones, with pydantic 1 and 2. */
const NOT_LISTED = /unexpected value; permitted|valid enumeration member|Input should be '/;

/** Whether dstack says that a key is unknown. */
function isUnknown(answer: Exclude<Verdict, { ok: true }>, label: string): boolean {
  const { error, locations } = answer;
  return (
    /extra fields not permitted|Extra inputs are not permitted/.test(error) &&
    locations.some((path) => path.at(-1) === label)
  );
}

function offered(marked: string, { kind }: Sample, release: string): readonly CompletionItem[] {
  const offset = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  const settings = { newerVersions: 'hide' } as const;
  const environment = environmentOf({ ...inRelease(release), settings });
  const analysis = new Analysis({ uri: uriOf(kind), text }, environment);
  const position = analysis.tree.lines.position(offset);
  return completion(analysis, { position })?.items ?? [];
}

const DECIDING = ['type', 'format', 'backend'];

function isPlainValue(pair: Pair): boolean {
  const { value } = pair;
  const isOnTheLine = value.kind === 'scalar' && value.style === 'plain' && value.text !== '';
  // What decides on the rest of a mapping cannot be changed alone.
  return isOnTheLine && !DECIDING.includes(keyText(pair) ?? '');
}

function* blockPairs(root: Node): Generator<Pair> {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === 'sequence') pending.push(...node.items);
    if (node.kind !== 'mapping' || node.flow) continue;
    for (const pair of node.pairs) {
      yield pair;
      pending.push(pair.value);
    }
  }
}
