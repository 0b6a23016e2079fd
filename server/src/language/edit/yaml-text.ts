import { isJsonList, type JsonValue } from '../schema/schema';
import { resolveScalar } from '../yaml/scalar';

/** Plain text that YAML reads as itself, in a flow collection and in a block. */
const PLAIN_IN_FLOW =
  /^[\p{L}\p{N}_./~$^(=+;](?:[^\p{C}\s,?[\]{}#:]|[ ](?=[^\s#])|:(?=[^\s,?[\]{}]))*$/u;
const PLAIN_IN_BLOCK = /^[\p{L}\p{N}_./~$^(=+;](?:[^\p{C}\s#:]|[ ](?=[^\s#])|:(?=\S))*$/u;

/** A text as a YAML scalar: plain where YAML then reads the same text, else in double quotes. */
export function textToYaml(text: string, flow = false): string {
  const plain = (flow ? PLAIN_IN_FLOW : PLAIN_IN_BLOCK).test(text);
  return plain && resolveScalar(text, 'plain').type === 'str' ? text : doubleQuoted(text);
}

/** In double quotes, in which line breaks that JSON does not know would be folded, and what YAML does not take is escaped. */
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The lines of `key: value`, in block style and without a line break at the end. */
export function pairToYaml(key: string, value: JsonValue): string {
  return blockLines({ [key]: value }).join('\n');
}

/** The lines of a value in block style. */
export function valueToYaml(value: JsonValue): string {
  return blockLines(value).join('\n');
}

function blockLines(value: JsonValue): string[] {
  if (isJsonList(value)) {
    if (value.length > 0) return value.flatMap((item) => prefixed('- ', blockLines(item)));
    return ['[]'];
  }
  if (typeof value !== 'object' || value === null) return [scalarToYaml(value)];
  const pairs = Object.entries(value);
  if (pairs.length === 0) return ['{}'];
  return pairs.flatMap(([key, child]) => {
    const lines = blockLines(child);
    const nested =
      typeof child === 'object' && child !== null && !/^(?:\[\]|\{\})$/.test(lines[0] ?? '');
    const name = textToYaml(key);
    return nested
      ? [`${name}:`, ...lines.map((line) => `  ${line}`)]
      : [`${name}: ${lines.join('')}`];
  });
}

function prefixed(prefix: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === 0 ? prefix : ' '.repeat(prefix.length)) + line);
}

function scalarToYaml(value: string | number | boolean | null): string {
  return typeof value === 'string' ? textToYaml(value) : String(value);
}

/** A value on one line. */
export function inlineYaml(value: JsonValue): string {
  if (isJsonList(value)) return `[${value.map(inlineYaml).join(', ')}]`;
  if (typeof value === 'string') return textToYaml(value, true);
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).map(
    ([key, inner]) => `${textToYaml(key, true)}: ${inlineYaml(inner)}`,
  );
  return `{${pairs.join(', ')}}`;
}
