import type { Shorthand } from '../grammar/shorthand';
import { closest } from '../../base/spelling';
import { parsed, unplaced, withCode, type Parsed, type Part } from '../grammar/grammar';
import { toText } from '../../pydantic/conversions';
import { memoryRangeText, readMemoryRange } from './memory';
import { quote } from '../../base/words';
import { Piece, refuse } from '../grammar/piece';
import * as python from '../../python/python';
import { integerRangeText, readIntegerRange, type RangeValue } from './range';
import { textGrammar, wrongKind } from '../grammar/text';
import { joined } from '../grammar/write';

export interface GpuSpec {
  readonly vendor?: string;
  readonly name?: readonly string[];
  readonly memory?: RangeValue;
  readonly count?: RangeValue;
}

const CODE = 'gpu-shorthand';
const FORMS = 'a GPU such as `H100:8`, `A100:80GB` or `24GB..`';

/** Vendor, names, memory and count, joined by `:`. Mirrors `GPUSpec.parse` of core/models/resources.py. */
export const gpu: Shorthand<GpuSpec> = {
  noun: 'shorthand',
  read: (scalar) => {
    if (scalar.type === 'null') return parsed(null);
    if (scalar.type === 'str') return readGpu(Piece.of(scalar.value));
    // A boolean is an integer in Python, whose text is then read as the name of a GPU.
    const bool = scalar.type === 'bool' ? (scalar.value ? 'True' : 'False') : undefined;
    const text = scalar.type === 'int' ? python.intText(scalar.value) : bool;
    if (text === undefined) return wrongKind(CODE, scalar, FORMS);
    return unplaced(readGpu(Piece.of(text)), text);
  },
  separator: /[:,]|\.\./,
  alternatives: 'A100,H100',
  partNames: { name: 'GPU model', memory: 'memory of each GPU', count: 'number of GPUs' },
  forms: {
    labels: {
      'VENDOR:NAME:MEMORY:COUNT': {
        VENDOR: 'vendor',
        NAME: 'name',
        MEMORY: 'memory',
        COUNT: 'count',
      },
    },
    continuations: ['A100', '1GB', '1'],
  },
  gpusIn: ({ name = [] }) => name,
  write: ({ vendor, name, memory, count, ...more }) =>
    joined([vendor, name?.join(','), memoryRangeText(memory), integerRangeText(count)], more),
};

/** One name in the place of a list of names. Mirrors `GPUSpec._validate_name`. */
export const gpuNames: Shorthand<readonly string[]> = {
  noun: 'name',
  read: (scalar) => {
    if (scalar.type === 'null') return parsed(null);
    const name = toText(scalar);
    if (name === undefined) return wrongKind(CODE, scalar, 'the name of a GPU such as `H100`');
    return parsed([withoutPrefix(name)]);
  },
  gpusIn: (names) => names,
};

const VENDORS = new Map([
  ['nvidia', 'nvidia'],
  ['amd', 'amd'],
  ['google', 'google'],
  ['tpu', 'google'],
  ['intel', 'intel'],
  ['tenstorrent', 'tenstorrent'],
  ['tt', 'tenstorrent'],
]);

/** The name that dstack's model holds for a vendor, in any letter case. Mirrors `GPUSpec._validate_vendor`. */
export const gpuVendor: Shorthand<string> = {
  noun: 'text',
  read: textGrammar({
    code: CODE,
    expected: 'a vendor such as `nvidia`',
    numbers: false,
    read: (text) => {
      const vendor = VENDORS.get(text.text.toLowerCase());
      if (vendor !== undefined) return parsed(vendor, [text.part('vendor')]);
      const names = '`nvidia`, `amd`, `google`, `intel` or `tenstorrent`';
      const message = `${quote(text.text)} is not a vendor that dstack knows: use ${names}.`;
      const [suggestion] = closest(text.text, [...VENDORS.keys()]);
      return refuse(CODE, text, message, suggestion === undefined ? undefined : { suggestion });
    },
  }),
  strict: true,
};

const FIELD_NAMES = { vendor: 'vendor', name: 'name', memory: 'memory size', count: 'count' };

function readGpu(text: Piece): Parsed<GpuSpec> {
  let spec: GpuSpec = {};
  let parts: readonly Part[] = [];
  const compact = text.withoutSpaces();
  let at = 0;
  for (const token of compact.split(':')) {
    if (token.text === '') return strayPunctuation(compact, at, ':');
    at += token.text.length + 1;
    const field = fieldOf(token);
    if (spec[field] !== undefined) return sizeWithoutUnit(compact) ?? secondOf(field, token);
    const value = READERS[field](token);
    if (!value.ok) return oneForEach(compact) ?? value;
    spec = { ...spec, ...value.value };
    parts = [...parts, ...value.parts];
  }
  return parsed(spec, parts);
}

/** The part that a token is, by its characters alone. */
function fieldOf(token: Piece): keyof GpuSpec {
  if (VENDORS.has(token.text.toLowerCase())) return 'vendor';
  const [first = '', ...others] = token.text;
  if (python.isAlpha(first)) return 'name';
  return others.some(python.isAlpha) ? 'memory' : 'count';
}

const READERS: Readonly<Record<keyof GpuSpec, (token: Piece) => Parsed<GpuSpec>>> = {
  vendor: (token) => {
    const vendor = VENDORS.get(token.text.toLowerCase());
    return parsed(vendor === undefined ? {} : { vendor }, [token.part('vendor')]);
  },
  name: readNames,
  memory: (token) => {
    const memory = withCode(CODE, readMemoryRange(token));
    if (memory.ok) return parsed({ memory: memory.value }, memory.parts);
    return memory.error.data?.['suggestion'] === undefined ? (beforeName(token) ?? memory) : memory;
  },
  count: (token) => {
    const count = withCode(CODE, readIntegerRange(token, 'count'));
    return count.ok ? parsed({ count: count.value }, count.parts) : count;
  },
};

function readNames(token: Piece): Parsed<GpuSpec> {
  const names = token.split(',');
  let at = 0;
  for (const name of names) {
    if (name.text === '') return strayPunctuation(token, at, ',');
    at += name.text.length + 1;
  }
  return parsed(
    { name: names.map((name) => withoutPrefix(name.text)) },
    names.map((name) => name.part('name')),
  );
}

function withoutPrefix(name: string): string {
  return name.startsWith('tpu-') ? name.slice(4) : name;
}

/** `8xH100`, `2 H100` and `80GB A100`, which dstack would read as a memory size. */
function beforeName(token: Piece): Parsed<GpuSpec> | undefined {
  const [, size, count, name] =
    /^(?:([0-9.]+[mgt]b)|([0-9]+)[x*]?)([a-z][a-z_-]*[0-9][a-z0-9_-]*)$/i.exec(token.text) ?? [];
  if (name === undefined) return undefined;
  const suggestion = withMemory(token) ?? `${name}:${size ?? count ?? ''}`;
  const what = size === undefined ? 'count' : 'memory';
  const message = `${quote(token.written)} is not a GPU: put the ${what} after the name, e.g. \`${suggestion}\`.`;
  return refuse(CODE, token, message, { suggestion });
}

/** `A100:80GB:2` for `2x A100 80GB`, `2xA100-80GB` and the like. */
function withMemory(token: Piece): string | undefined {
  const [, count, name, memory] =
    /^([0-9]+) ?[x*]? ?([a-z][a-z0-9 -]*[0-9][a-z0-9]*)[ _-]([0-9]+[mgt]b)$/i.exec(token.written) ??
    [];
  if (name === undefined) return undefined;
  return `${name.replaceAll(' ', '')}:${memory ?? ''}:${count ?? ''}`;
}

/** `A100:80GB,H100:80GB`: what follows the names is written once, for all of them. */
function oneForEach(text: Piece): Parsed<GpuSpec> | undefined {
  const all = text.text.split(',').map((one) => /^([a-z][\w-]*):([0-9][^:]*)$/i.exec(one));
  const [first] = all;
  if (all.length < 2 || !first || !all.every((one) => one !== null)) return undefined;
  const names = all.map(([, name = '']) => name).join(',');
  const [, , size = ''] = first;
  const message = `Write the names first, and what holds for all of them once, e.g. \`${names}:${size}\`.`;
  const isSame = all.every(([, , other]) => other === size);
  return refuse(CODE, text, message, isSame ? { suggestion: `${names}:${size}` } : undefined);
}

/** An empty item at offset `at` of a list: the separator before it is one too many, or else the one after it. */
function strayPunctuation(list: Piece, at: number, mark: string): Parsed<GpuSpec> {
  if (list.text === '') return refuse(CODE, list, `Name a GPU, e.g. \`H100:8\`.`);
  const place = list.slice(Math.max(0, at - 1), Math.max(1, at));
  const message = `Stray \`${mark}\`. Remove it, or write e.g. \`A10G,A100:80GB:2\`.`;
  return refuse(CODE, place, message, { suggestion: '' });
}

/** GPUs have this memory at least and at most, in GB, and hosts as many GPUs at most. */
const [LEAST_MEMORY, MOST_MEMORY, MOST_GPUS] = [16, 400, 16];

/** `A100:80:2`: of two numbers, the larger one is the memory of each GPU. */
function sizeWithoutUnit(text: Piece): Parsed<GpuSpec> | undefined {
  const fields = text.text.split(':');
  const [first = '', second = ''] = fields.splice(-2);
  const names = fields.join(':');
  if (![first, second].every((one) => /^[0-9]{1,3}$/.test(one)) || !/[a-z]/i.test(names))
    return undefined;
  const [count = 0, memory = 0] = [Number(first), Number(second)].sort((a, b) => a - b);
  if (count < 1 || count > MOST_GPUS || count === memory) return undefined;
  if (memory < LEAST_MEMORY || memory > MOST_MEMORY) return undefined;
  const suggestion = `${names}:${memory}GB:${count}`;
  if (!readGpu(Piece.of(suggestion)).ok) return undefined;
  const message = `${quote(text.written)} has two counts: write the memory with its unit, e.g. ${quote(suggestion)}.`;
  return refuse(CODE, text, message, { suggestion });
}

function secondOf(field: keyof GpuSpec, token: Piece): Parsed<GpuSpec> {
  const advice = {
    vendor: 'name one vendor',
    name: 'separate alternatives by a comma, e.g. `A10G,A100`',
    memory: 'write a range as `24GB..80GB`',
    count: 'write a range as `1..8`',
  }[field];
  const message = `${quote(token.text)} is a second ${FIELD_NAMES[field]}: ${advice}.`;
  return refuse(CODE, token, message);
}
