import type { Shorthand } from './grammar/shorthand';
import {
  failed,
  parsed,
  unplaced,
  type Parsed,
  type PartKind,
  type ShorthandError,
} from './grammar/grammar';
import { integerFromText, toBigInt, toText } from '../pydantic/conversions';
import { quote } from '../base/words';
import { Piece, refuse } from './grammar/piece';
import * as python from '../python/python';
import { wrongKind } from './grammar/text';

export interface Ports {
  /** Null is any free port. */
  readonly local_port: number | null;
  readonly container_port: number;
}

const CODE = 'port';
const LARGEST = 65535;
const MAPPING_FORMS = 'a port such as `8080`, or `LOCAL:CONTAINER` such as `"80:8080"`';
const SERVICE_FORMS = 'a port such as `8000`';

/** Mirrors `PortMapping.parse` and `_parse_port_shorthand` of core/models/configurations.py. */
export const portMapping: Shorthand<Ports> = {
  noun: 'port or `LOCAL:CONTAINER`',
  read: (scalar) => {
    switch (scalar.type) {
      case 'null':
        return parsed(null);
      case 'str':
        return (
          severalPorts(Piece.of(scalar.value)) ??
          withSuggestion(Piece.of(scalar.value), readMapping)
        );
      case 'int':
      case 'bool': {
        const port = BigInt(scalar.value);
        return isPort(port) ? parsed(same(port)) : notAPort(port);
      }
      default:
        return wrongKind(CODE, scalar, MAPPING_FORMS);
    }
  },
  strict: true,
  separator: /:/,
  forms: {
    labels: {
      PORT: { PORT: 'container-port' },
      'LOCAL:PORT': { LOCAL: 'local-port', PORT: 'container-port' },
    },
    continuations: ['1'],
  },
  write: ({ local_port, container_port }) =>
    local_port === container_port
      ? container_port
      : `${String(local_port ?? '*')}:${String(container_port)}`,
};

/**
 * The port of a service; the text before a `:` has no meaning. Mirrors the union of `ServiceConfigurationParams.port`
 * and `convert_port`.
 */
export const servicePort: Shorthand<Ports> = {
  noun: 'port',
  read: (scalar) => {
    if (scalar.type === 'null') return parsed(null);
    if (scalar.type === 'str') return withSuggestion(Piece.of(scalar.value), readServicePort);
    const text = scalar.type === 'binary' ? toText(scalar) : undefined;
    if (text !== undefined) return unplaced(readServicePort(Piece.of(text)), text);
    const port = toBigInt(scalar);
    if (port === undefined) return wrongKind(CODE, scalar, SERVICE_FORMS);
    return isPort(port) ? parsed(ofService(port)) : notAPort(port);
  },
  strict: true,
  separator: /:/,
  write: ({ container_port }) => container_port,
};

function readMapping(text: Piece): Parsed<Ports> {
  const [, local, digits] = /^(?:(\p{Nd}+|\*):)?(\p{Nd}+)\n?$/u.exec(text.text) ?? [];
  if (digits === undefined) {
    return refuse(CODE, text, `${quote(text.text)} is not a port: write ${MAPPING_FORMS}.`);
  }
  if (local !== undefined) return readPair(text, local.length, digits.length);
  const port = readPort(text.slice(0, digits.length), 'container-port');
  return port.ok ? parsed(same(port.value), port.parts) : port;
}

function readServicePort(text: Piece): Parsed<Ports> {
  const port = integerFromText(text.text);
  if (port !== undefined && isPort(port)) {
    return parsed(ofService(port), [text.part('container-port')]);
  }
  const [, local, digits] = /^([0-9]+):([0-9]+)$/.exec(text.text) ?? [];
  if (local === undefined || digits === undefined) {
    const message = `${quote(text.text)} is not a port: write a number from 1 to ${LARGEST}, e.g. \`8000\`.`;
    return refuse(CODE, text, message);
  }
  return readPair(text, local.length, digits.length);
}

/** Two ports of that many characters, and the colon between them. */
function readPair(text: Piece, localLength: number, containerLength: number): Parsed<Ports> {
  const local = readLocal(text.slice(0, localLength));
  if (!local.ok) return local;
  const start = localLength + 1;
  const container = readPort(text.slice(start, start + containerLength), 'container-port');
  if (!container.ok) return container;
  const ports = {
    local_port: local.value === null ? null : Number(local.value),
    container_port: Number(container.value),
  };
  const colon = text.slice(localLength, start).part('operator');
  return parsed(ports, [...local.parts, colon, ...container.parts]);
}

function readLocal(text: Piece): Parsed<bigint | null> {
  return text.text === '*' ? parsed(null, [text.part('local-port')]) : readPort(text, 'local-port');
}

function readPort(text: Piece, kind: PartKind): Parsed<bigint> {
  const port = python.int(text.text);
  if (port !== undefined && isPort(port)) return parsed(port, [text.part(kind)]);
  return refuse(
    CODE,
    text,
    `${quote(text.text)} is not a valid port: write a number from 1 to ${LARGEST}.`,
  );
}

function isPort(number: bigint): boolean {
  return number >= 1n && number <= LARGEST;
}

function same(port: bigint): Ports {
  return { local_port: Number(port), container_port: Number(port) };
}

/** dstack notes port 80 as the local port of a service that names only one. */
function ofService(port: bigint): Ports {
  return { local_port: 80, container_port: Number(port) };
}

/** The ports below 60 that containers mostly have: FTP, SSH, SMTP and DNS. */
const LOW_PORTS = [21n, 22n, 25n, 53n];

/** In YAML, an unquoted `8080:22` is a number in base 60. */
function notAPort(number: bigint): Parsed<Ports> {
  const [local, container] = [number / 60n, number % 60n];
  if (isPort(local) && LOW_PORTS.includes(container)) {
    const message =
      `YAML reads \`${local}:${container}\` without quotes as the number ${number}, which is not a port: ` +
      'put it in quotes.';
    return failed({ code: CODE, message, data: { suggestion: `"${local}:${container}"` } });
  }
  const text = python.intText(number);
  const given = text === undefined ? 'This number' : quote(text);
  return failed({
    code: CODE,
    message: `${given} is not a valid port: write a number from 1 to ${LARGEST}.`,
  });
}

const LONGEST = 60;

/** The result of `read`; an error has a suggestion with the likely intent. */
function withSuggestion(text: Piece, read: (text: Piece) => Parsed<Ports>): Parsed<Ports> {
  const result = read(text);
  if (result.ok || text.text.length > LONGEST || !isAbout(result.error, text)) return result;
  const suggestion = likelyPorts(text.text).find((likely) => read(Piece.of(likely)).ok);
  if (suggestion === undefined) return result;
  const [, low, high] = /^\s*([0-9]+)\s*-\s*([0-9]+)\s*$/.exec(text.text) ?? [];
  if (Number(low) < Number(high)) {
    const message = `${quote(text.text)} is not a port: dstack knows no ranges. Write each port as an item, or \`${suggestion}\` for port ${high} of the container.`;
    return refuse(CODE, text, message, { suggestion, unsure: true });
  }
  const message = `${quote(text.text)} is not a port: write \`${suggestion}\`.`;
  return refuse(CODE, text, message, { suggestion });
}

/** A longer range of ports would be too long as a list. */
const LONGEST_RANGE = 32;

/** `8000 8080`, `8000, 8080` and ranges such as `8000-8010` or Docker's `8000-8002:9000-9002`, as separate ports. */
function severalPorts(text: Piece): Parsed<Ports> | undefined {
  if (text.text.length > LONGEST) return undefined;
  const words = text.text.trim().split(/[\s,;]+/);
  const areWords = words.length > 1 && words.every((word) => readMapping(Piece.of(word)).ok);
  const items = areWords ? words : portsOfRange(text.text);
  if (!items) return undefined;
  const [first = '', last = ''] = [items[0], items.at(-1)];
  const message = areWords
    ? `${quote(text.text)} is not one port: write each as an item of its own.`
    : `${quote(text.text)} is not a port: dstack knows no ranges. Write the ${items.length} ports from ${quote(first)} to ${quote(last)} as items of their own.`;
  return refuse(CODE, text, message, { items });
}

function portsOfRange(text: string): readonly string[] | undefined {
  const [, a, b, c, d] = /^\s*([0-9]+)\s*-\s*([0-9]+)(?::([0-9]+)-([0-9]+))?\s*$/.exec(text) ?? [];
  if (a === undefined || b === undefined) return undefined;
  const length = Number(b) - Number(a) + 1;
  const isRange = length > 1 && length <= LONGEST_RANGE && isPort(BigInt(a)) && isPort(BigInt(b));
  if (!isRange || (c !== undefined && Number(d) - Number(c) + 1 !== length)) return undefined;
  return Array.from({ length }, (_, index) => {
    const port = String(Number(a) + index);
    return c === undefined ? port : `${port}:${Number(c) + index}`;
  });
}

/** The meaning of Docker's and other notations: `8080-80`, `80->8080`, `8080/tcp`, `0.0.0.0:80:8080`, `:80`. */
function likelyPorts(text: string): readonly string[] {
  const plain = text
    .trim()
    .replace(/\/(?:tcp|udp|https?)$/i, '')
    .replace(/^(?:https?:\/\/)?(?:localhost|[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+):/i, '')
    .replace(/^:|\/$/, '')
    .replace(/^([0-9]+|\*)\s*(?:->|=>|::|[-=/:])\s*([0-9]+)$/, '$1:$2');
  const colon = plain.indexOf(':');
  // A port before others may be the local one, so nothing tells which of three is meant.
  const hasHost = /[^0-9]/.test(plain.slice(0, Math.max(0, colon)));
  const likely = hasHost ? [plain, plain.slice(colon + 1)] : [plain];
  return likely.map((one) => one.trim());
}

/** Whether the form is wrong, not one of its numbers. */
function isAbout(error: ShorthandError, text: Piece): boolean {
  return error.start === text.start && error.end === text.end;
}
