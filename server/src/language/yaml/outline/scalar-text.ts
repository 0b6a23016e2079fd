import { CST } from 'yaml';
import type { ScalarStyle } from '../scalar';

/** What a scalar of an unfinished text stands for. */
export interface ScalarContent {
  readonly text: string;
  readonly style: ScalarStyle;
}

/**
 * The text of a plain or quoted scalar, its lines folded and its escapes decoded by `yaml`, which goes on after a mistake
 * in it, where PyYAML's reading (`pyyaml/`) ends.
 *
 * @param source with its quotes, of which the last may be missing
 */
export function flowScalar(source: string): ScalarContent {
  const [quote = ''] = source;
  const style = quote === '"' ? 'double' : quote === "'" ? 'single' : 'plain';
  if (style === 'plain' && !/[\r\n]/.test(source)) return { text: source, style };
  const type = style === 'plain' ? 'scalar' : (`${style}-quoted-scalar` as const);
  const whole = style === 'plain' || isClosed(source, quote) ? source : source + quote;
  const token = { type, offset: 0, indent: 0, source: withKnownBreaks(whole) } as const;
  return { text: CST.resolveAsScalar(token, false, ignoreMistake).value, style };
}

/**
 * The text of a block scalar.
 *
 * @param header its first line from the `|` or `>` on, without comment
 * @param source the lines below it
 */
export function blockScalar(header: string, source: string): ScalarContent {
  const token = {
    type: 'block-scalar',
    offset: 0,
    indent: 0,
    props: [{ type: 'block-scalar-header', offset: 0, indent: 0, source: header }],
    source: withKnownBreaks(source),
  } as const;
  const { value } = CST.resolveAsScalar(
    { ...token, props: [...token.props] },
    false,
    ignoreMistake,
  );
  return { text: value, style: header.startsWith('>') ? 'folded' : 'literal' };
}

function isClosed(source: string, quote: string): boolean {
  if (source.length < 2 || !source.endsWith(quote)) return false;
  // `''` and `\"` are characters of the text.
  const inner = source.slice(1, -1);
  return quote === "'"
    ? (/(?<!')'*$/.exec(inner)?.[0].length ?? 0) % 2 === 0
    : (/(?<!\\)\\*$/.exec(inner)?.[0].length ?? 0) % 2 === 0;
}

/** `yaml` breaks lines at LF only. */
function withKnownBreaks(source: string): string {
  return source.replace(/\r(?!\n)|[\x85\u2028\u2029]/g, '\n');
}

/** Without a listener, `yaml` throws at the first mistake in a scalar. */
const ignoreMistake = (): void => undefined;
