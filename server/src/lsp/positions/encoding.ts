import type { InitializeParams } from 'vscode-languageserver';
import { utf16Offset, utf8Length } from '../../language/base/utf8';
import { property } from '../property';

const ENCODINGS = ['utf-8', 'utf-16'] as const;

/** What the characters of a line are counted in. */
export type Encoding = (typeof ENCODINGS)[number];

/** The first of the client's encodings that we have; every client has UTF-16. */
export function encodingFor({ capabilities }: InitializeParams): Encoding {
  const wanted = property(property(capabilities, 'general'), 'positionEncodings');
  const list: readonly unknown[] = Array.isArray(wanted) ? wanted : [];
  return list.flatMap((one) => ENCODINGS.filter((known) => known === one))[0] ?? 'utf-16';
}

/** How a client counts the parts of a line. */
export interface Units {
  /** The number of units of a text. */
  count(text: string): number;
  /**
   * The offset in UTF-16 code units after `count` units of a text, which is read only if that differs; as far after its end
   * as they are more.
   */
  offset(text: () => string, count: number): number;
}

const CODE_UNITS: Units = {
  count: (text) => text.length,
  offset: (_text, count) => count,
};

const BYTES: Units = {
  count: utf8Length,
  offset: (text, count) => utf16Offset(text(), count),
};

/** The units of an encoding. */
export function unitsOf(encoding: Encoding): Units {
  return encoding === 'utf-8' ? BYTES : CODE_UNITS;
}
