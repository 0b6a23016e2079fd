import type { Shorthand } from '../grammar/shorthand';
import { failed, parsed, unplaced, withCode, type Parsed, type Part } from '../grammar/grammar';
import { quote } from '../../base/words';
import { Piece, refuse } from '../grammar/piece';
import * as python from '../../python/python';
import { integerRangeText, readIntegerRange, type RangeValue } from './range';
import { textGrammar, wrongKind } from '../grammar/text';
import { joined } from '../grammar/write';

export interface CpuSpec {
  readonly arch?: string;
  readonly count?: RangeValue;
}

const CODE = 'cpu-shorthand';

/** Architecture and number of cores, joined by `:`. Mirrors `CPUSpec.parse` of core/models/resources.py. */
export const cpu: Shorthand<CpuSpec> = {
  noun: 'shorthand',
  read: (scalar) => {
    if (scalar.type === 'null') return parsed(null);
    if (scalar.type === 'str') return readCpu(Piece.of(scalar.value));
    const count = scalar.type === 'int' ? python.intText(scalar.value) : undefined;
    if (count !== undefined) return unplaced(readCpu(Piece.of(count)), count);
    return wrongKind(CODE, scalar, 'a number of cores such as `8`, `8..` or `arm:8..`');
  },
  strict: true,
  separator: /:|\.\./,
  partNames: { count: 'number of cores' },
  forms: {
    labels: { 'ARCH:COUNT': { ARCH: 'arch', COUNT: 'count' } },
    continuations: ['x86', '1'],
  },
  write: ({ arch, count, ...more }) => joined([arch, integerRangeText(count)], more),
};

/** An architecture in any letter case. Mirrors `CPUSpec._validate_arch`. */
export const cpuArch: Shorthand<string> = {
  noun: 'text',
  read: textGrammar({
    code: CODE,
    expected: '`x86` or `arm`',
    numbers: false,
    read: (text) => {
      const arch = archOf(text);
      if (arch !== undefined) return parsed(arch, [text.part('arch')]);
      const suggestion = ALIASES.get(text.text.toLowerCase());
      const message = `${quote(text.text)} is not an architecture: use \`x86\` or \`arm\`.`;
      return refuse(CODE, text, message, suggestion ? { suggestion } : undefined);
    },
  }),
  strict: true,
};

function readCpu(text: Piece): Parsed<CpuSpec> {
  let spec: CpuSpec = {};
  let parts: readonly Part[] = [];
  const compact = text.withoutSpaces();
  let at = 0;
  for (const token of compact.split(':')) {
    if (token.text === '') return emptyToken(compact, at);
    at += token.text.length + 1;
    const isCount = token.text.includes('..') || /^[0-9]+$/.test(token.text);
    if ((isCount ? spec.count : spec.arch) !== undefined) {
      const what = isCount ? 'number of cores' : 'architecture';
      return refuse(
        CODE,
        token,
        `${quote(token.text)} is a second ${what}: write e.g. \`arm:8..\`.`,
      );
    }
    const field = isCount ? readCount(token) : readArch(token);
    if (!field.ok) return field;
    spec = { ...spec, ...field.value };
    parts = [...parts, ...field.parts];
  }
  return parsed(spec, parts);
}

function readCount(token: Piece): Parsed<CpuSpec> {
  const count = withCode(CODE, readIntegerRange(token, 'count'));
  return count.ok ? parsed({ count: count.value }, count.parts) : count;
}

const ALIASES = new Map([
  ...['amd64', 'x64', 'x86_64', 'x86-64', 'intel', 'amd'].map((name) => [name, 'x86'] as const),
  ...['arm64', 'aarch64', 'armv8'].map((name) => [name, 'arm'] as const),
]);

function archOf(token: Piece): string | undefined {
  const arch = token.text.toLowerCase();
  return arch === 'x86' || arch === 'arm' ? arch : undefined;
}

function readArch(token: Piece): Parsed<CpuSpec> {
  const arch = archOf(token);
  if (arch !== undefined) return parsed({ arch }, [token.part('arch')]);
  const range = withCode(CODE, readIntegerRange(token, 'count'));
  if (!range.ok && range.error.data) return failed(range.error);
  const [, count] = /^([0-9]+)(?:cores?|v?cpus?)$/i.exec(token.text) ?? [];
  const suggestion = count ?? ALIASES.get(token.text.toLowerCase());
  const message =
    `${quote(token.written)} is neither an architecture (\`x86\`, \`arm\`) nor a number of cores: ` +
    'write e.g. `8`, `8..` or `arm:8..`.';
  return refuse(CODE, token, message, suggestion ? { suggestion } : undefined);
}

/** An empty item at offset `at`: the colon before it is one too many, or else the one after it. */
function emptyToken(text: Piece, at: number): Parsed<CpuSpec> {
  if (text.text === '') return refuse(CODE, text, 'Specify the number of cores, e.g. `8..`.');
  const colon = text.slice(Math.max(0, at - 1), Math.max(1, at));
  const message = 'Stray `:`. Remove it, or write e.g. `arm:8..`.';
  return refuse(CODE, colon, message, { suggestion: '' });
}
