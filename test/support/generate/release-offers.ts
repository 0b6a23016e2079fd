import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { Analysis } from '../../../server/src/language/analysis';
import { slotAt } from '../../../server/src/language/cursor/slot-at';
import { environmentOf, type Environment } from '../../../server/src/language/environment';
import { completion } from '../../../server/src/language/features/completion';
import { keyText, type Node, type Pair } from '../../../server/src/language/yaml/node';
import { accept } from '../check/completion';
import { inRelease } from '../check/release-errors';
import type { Verdict } from '../oracle/ask-dstack';
import { uriOf, type Sample } from '../oracle/corpus';
import { fillingAt } from './missing-values';
import type { Random } from './random';

/** Mappings of a file in which keys are asked for, and places at which values are, at most. */
const KEYS = 6;
const VALUES = 10;

/** Values that are accepted after an accepted key. */
const VALUES_OF_KEY = 2;

type Path = readonly (string | number)[];

/** A file in which an offered item was accepted. */
export interface OfferedFile extends Sample {
  readonly label: string;
  /** Where the item is in the file. */
  readonly path: Path;
}

/** Files with what completion offers for a release at many places of a file that the release accepts. */
export function offersIn(sample: Sample, release: string, random: Random): readonly OfferedFile[] {
  const { tree } = new Analysis({ uri: uriOf(sample.kind), text: sample.text });
  const found = tree.root ? placesIn(tree.root, sample.text) : { keys: [], values: [] };
  const environment = environmentOf({
    ...inRelease(release),
    settings: { newerVersions: 'hide' },
  });
  const ask = (marked: string) => offered(marked, sample, environment);
  return [
    ...random
      .sample(found.keys, KEYS)
      .flatMap((marked) => keysAt(marked, sample, ask, environment)),
    ...random.sample(found.values, VALUES).flatMap((marked) => valuesAt(marked, sample, ask)),
  ];
}

/** Whether an answer of dstack is about the accepted item: what is missing around it is not. */
export function isAbout({ path }: OfferedFile, answer: Verdict): boolean {
  if (answer.ok) return false;
  return answer.locations.some((one) => path.every((step, index) => one[index] === step));
}

type Ask = (marked: string) => readonly CompletionItem[];

/** Each key that is offered, with the first values that are then offered for it, or else one that fits. */
function keysAt(
  marked: string,
  sample: Sample,
  ask: Ask,
  environment: Environment,
): readonly OfferedFile[] {
  const { path } = slotOf(marked, sample);
  return ask(marked)
    .filter(({ kind, label }) => kind === CompletionItemKind.Property && !UNFINISHED.test(label))
    .flatMap((item) => {
      const open = accept(marked, item);
      const ofKey = { path: [...path, item.label] };
      const values = valuesAt(open, sample, ask).slice(0, VALUES_OF_KEY);
      if (values.length > 0)
        return values.map(({ text, label }) => {
          return { ...sample, ...ofKey, label: `${item.label}: ${label}`, text };
        });
      const text = filled(open, sample, environment);
      return text === undefined ? [] : { ...sample, ...ofKey, label: item.label, text };
    });
}

/** The text with a value at `$0`; undefined if no value is known that the release accepts. */
function filled(marked: string, { kind }: Sample, environment: Environment): string | undefined {
  const offset = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  const uri = uriOf(kind);
  const filling = fillingAt(new Analysis({ uri, text }, environment), offset);
  if (filling === undefined) return undefined;
  const after = text.slice(0, offset) + filling + text.slice(offset);
  const { problems } = new Analysis({ uri, text: after }, environment);
  return problems.some(({ severity }) => severity === 'error') ? undefined : after;
}

function valuesAt(marked: string, sample: Sample, ask: Ask): readonly OfferedFile[] {
  const { path } = slotOf(marked, sample);
  return ask(marked)
    .filter(({ kind, label }) => kind === CompletionItemKind.EnumMember && !UNFINISHED.test(label))
    .map((item) => ({
      ...sample,
      text: accept(marked, item).replace('$0', ''),
      label: item.label,
      path,
    }));
}

/** What must be written further, or decides on the rest of a mapping. */
const UNFINISHED = /[:.,/=]$|: |^- /;

function slotOf(marked: string, { kind }: Sample): { readonly path: Path } {
  const text = marked.replace('$0', '');
  const { slot } = slotAt(new Analysis({ uri: uriOf(kind), text }), marked.indexOf('$0'));
  return { path: 'path' in slot ? slot.path : [] };
}

function offered(
  marked: string,
  { kind }: Sample,
  environment: Environment,
): readonly CompletionItem[] {
  const text = marked.replace('$0', '');
  const analysis = new Analysis({ uri: uriOf(kind), text }, environment);
  const position = analysis.tree.lines.position(marked.indexOf('$0'));
  const items = completion(analysis, { position })?.items ?? [];
  // A property beside one that excludes it says so.
  return items.filter(({ labelDetails }) => !labelDetails?.description?.startsWith('not with'));
}

/** What decides on the rest of a mapping cannot be changed alone. */
const DECIDING = ['type', 'format', 'backend'];

/** The text with `$0` at a new line of each block mapping, and in place of each value on one line. */
function placesIn(root: Node, text: string) {
  const keys: string[] = [];
  const values: string[] = [];
  const pending = [root];
  const value = (node: Node) => {
    if (node.kind !== 'scalar' || node.style !== 'plain' || node.text === '') return;
    values.push(`${text.slice(0, node.span.start)}$0${text.slice(node.span.end)}`);
  };
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === 'sequence') {
      pending.push(...node.items);
      if (!node.flow) node.items.forEach(value);
    }
    if (node.kind !== 'mapping' || node.flow) continue;
    keys.push(...newLineIn(node.pairs, text));
    for (const pair of node.pairs) {
      pending.push(pair.value);
      if (!DECIDING.includes(keyText(pair) ?? '')) value(pair.value);
    }
  }
  return { keys, values };
}

/** A line before the first pair that is alone on its line. */
function newLineIn(pairs: readonly Pair[], text: string): readonly string[] {
  for (const { key } of pairs) {
    const { start } = key.span;
    const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
    if (indent.trim() === '') return [`${text.slice(0, start)}$0\n${indent}${text.slice(start)}`];
  }
  return [];
}
