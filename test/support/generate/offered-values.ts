import { CompletionItemKind } from 'vscode-languageserver-types';
import { Analysis } from '../../../server/src/language/analysis';
import type { Problem } from '../../../server/src/language/problem/problem';
import { SCHEMAS } from '../../../server/src/language/schema';
import { accept, completionsIn } from '../check/completion';
import { placesOf, type Place } from './schema-places';

/** A configuration with one value that was offered. */
export interface OfferedValue {
  readonly text: string;
  /** The place of the value in the text. */
  readonly start: number;
  readonly end: number;
}

/** Texts that may already be typed. Most of them make sense at few places, and must do no harm at the others. */
const TYPED = [
  ...['', '1', '2', '1..', '8..', '24', '24GB', '24GB..', 'A100', 'A100:', 'A100:40GB..', 'A100,'],
  ...[
    'A100:1..',
    'amd:',
    'nvidia:24GB:',
    'tpu-',
    'tpu:',
    'arm:',
    'x86:4..',
    '80:',
    '*:',
    'data:',
    '/cache:',
  ],
];

/** What every configuration needs. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'dev-environment': ['image: a'],
  task: ['image: a', 'commands: [ls]'],
  service: ['image: a', 'port: 8000'],
  fleet: ['nodes: 1'],
  gateway: ['backend: aws', 'region: eu-west-1'],
  volume: ['backend: aws', 'region: eu-west-1', 'size: 100GB'],
  preset: [],
};

/** Every value that is offered anywhere in a configuration, with nothing and with something typed. */
export function offeredValues(): readonly OfferedValue[] {
  const known = new Map<string, OfferedValue>();
  for (const { type, path } of placesOf(SCHEMAS.configuration)) {
    if (path[0] === 'type') continue;
    for (const typed of TYPED) {
      const marked = configuration(type, path, typed === '' ? '$0' : `"${typed}$0"`);
      for (const value of valuesIn(marked, path)) known.set(value.text, value);
    }
  }
  return [...known.values()];
}

function configuration(type: string, path: Place['path'], value: string): string {
  const needed = (NEEDED[type] ?? []).filter((line) => !line.startsWith(`${path[0] ?? ''}:`));
  const [first, ...steps] = path;
  const open = steps.map((step) => (typeof step === 'number' ? '[' : `{${step}: `)).join('');
  const close = steps.map((step) => (typeof step === 'number' ? ']' : '}')).reverse();
  return [`type: ${type}`, ...needed, `${first ?? ''}: ${open}${value}${close.join('')}`].join(
    '\n',
  );
}

function valuesIn(marked: string, path: Place['path']): OfferedValue[] {
  const items = completionsIn(marked).filter(({ kind }) => kind === CompletionItemKind.EnumMember);
  const start = marked.indexOf(`${path[0] ?? ''}:`, marked.lastIndexOf('\n')) + 1;
  return items.flatMap((item) => {
    const accepted = accept(marked, item);
    const text = accepted.replace('$0', '');
    // The beginning of a list is not a value yet.
    if (item.label === '- ') return [];
    return [{ text, start, end: accepted.indexOf('$0') }];
  });
}

/** The problems of a text with such a value that are about the value or its surroundings. */
export function problemsOfValue({ text, start, end }: OfferedValue): readonly Problem[] {
  const { problems } = new Analysis({ uri: 'file:///.dstack.yml', text });
  return problems.filter(({ span }) => span.end > start && span.start < end);
}
