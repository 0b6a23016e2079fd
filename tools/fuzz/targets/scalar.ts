import { parse } from '../../../server/src/language/yaml/parse';
import { resolveScalar, type ScalarStyle } from '../../../server/src/language/yaml/scalar';
import { textToYaml } from '../../../server/src/language/edit/yaml-text';
import { holds } from '../target';

const STYLES: readonly ScalarStyle[] = ['plain', 'single', 'double', 'literal', 'folded'];
const TAGS = ['int', 'float', 'bool', 'null', 'str', 'timestamp', 'binary', 'merge', 'x'].map(
  (name) => `tag:yaml.org,2002:${name}`,
);

/** What PyYAML makes of a scalar, and texts that we write as scalars. */
export function scalar(text: string): void {
  for (const style of STYLES)
    for (const tag of [undefined, '!', ...TAGS]) checkValue(text, style, tag);
  for (const flow of [false, true]) {
    const written = textToYaml(text, flow);
    const { root, broken } = parse(flow ? `[${written}]` : `- ${written}`);
    const [item] = root?.kind === 'sequence' ? root.items : [];
    const isSame = !broken && item?.kind === 'scalar' && item.value.type === 'str';
    holds(
      isSame && item.text === text,
      'a text that is written as YAML is read again',
      () => written,
    );
  }
}

function checkValue(text: string, style: ScalarStyle, tag: string | undefined): void {
  const value = resolveScalar(text, style, tag);
  if (value.type === 'error') holds(value.message !== '', 'a scalar is refused with a reason');
  const isText = style !== 'plain' && tag === undefined;
  holds(!isText || value.type === 'str', 'a scalar in quotes is text', () => value.type);
  const again = resolveScalar(text, style, tag);
  holds(show(value) === show(again), 'a scalar is always read in the same way');
}

function show(value: ReturnType<typeof resolveScalar>): string {
  return Object.values(value).map(String).join(' ');
}
