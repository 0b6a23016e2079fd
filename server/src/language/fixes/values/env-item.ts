import { span } from '../../base/span';
import { keyText, resolveAlias, type MappingNode, type Node } from '../../yaml/node';
import type { Tree } from '../../yaml/tree';
import { sourceInQuotes, textAs } from '../../edit/rewrite';
import { itemAsText, pairSpan } from '../../edit/item-text';
import type { Candidate, Context } from '../fix-provider';
import { t, type Text } from '../../l10n/text';

/** A mapping in a list of variables: `- NAME: value`, `- name: NAME` with `value`, or a value with `: ` in it. */
export function asVariables(
  { analysis: { tree } }: Context,
  mapping: MappingNode,
): Candidate | undefined {
  return quoted(tree, mapping) ?? nameAndValue(tree, mapping) ?? eachPair(tree, mapping);
}

/** `- GREETING=hello: world`: all of it in quotes. */
function quoted({ text, lines }: Tree, mapping: MappingNode): Candidate | undefined {
  const [first] = mapping.pairs;
  if (mapping.flow || !first || !/^\w+=/.test(keyText(first) ?? '')) return undefined;
  const { start, end } = mapping.span;
  const source = text.slice(start, end).trimEnd();
  if (lines.position(start).line !== lines.position(start + source.length).line) return undefined;
  const at = span(start, start + source.length);
  return {
    title: t('Put it in quotes'),
    edits: [{ span: at, newText: sourceInQuotes(source) }],
  };
}

/** The form of Kubernetes: `- name: A` and `value: b`. */
function nameAndValue(tree: Tree, mapping: MappingNode): Candidate | undefined {
  const names = mapping.pairs.map((pair) => keyText(pair)?.toLowerCase() ?? '');
  const name = mapping.pairs[names.findIndex((one) => /^(?:name|key|var|variable|env)$/.test(one))];
  const value = mapping.pairs[names.indexOf('value')];
  const isForm = name && names.length === (value ? 2 : 1) && (value ?? names[0] === 'name');
  const variable = name && textOf(name.value);
  const content = value ? textOf(value.value) : '';
  if (!isForm || !variable || content === undefined || !/^[a-z_]\w*$/i.test(variable))
    return undefined;
  const entry = value ? `${variable}=${content}` : variable;
  return { title: titleFor(entry), edits: itemAsText(tree, mapping, entry), meant: true };
}

/** `- A: 1`, one line per variable. */
function eachPair(tree: Tree, { pairs, flow, span: all }: MappingNode): Candidate | undefined {
  const entries = pairs.map(({ key, value }) => {
    const content = textOf(value);
    if (key.kind !== 'scalar' || content === undefined) return undefined;
    return isNull(value) ? key.text : `${key.text}=${content}`;
  });
  const [only, ...others] = entries;
  if (entries.includes(undefined) || only === undefined) return undefined;
  // A form of other tools, with more than a name and a value.
  if (others.length > 0 && pairs.some((pair) => keyText(pair) === 'name')) return undefined;
  const written = entries.map((entry) => textAs(entry ?? '', tree, { style: 'plain', flow }));
  const title = others.length > 0 ? t('Write `NAME=value`') : titleFor(only);
  // Without a value it is the one of your shell. `null` is not a word of it.
  const asked = pairs.some(({ value }) => isNull(value))
    ? { meant: true, safe: false as const }
    : {};
  if (flow) return { title, edits: [{ span: all, newText: written.join(', ') }], ...asked };
  const edits = pairs.map((pair, index) => {
    const { start, end } = pairSpan(pair);
    return index === 0
      ? { span: span(start, end), newText: written[index] ?? '' }
      : { span: span(start - 2, end), newText: `- ${written[index] ?? ''}` };
  });
  return { title, edits, ...asked };
}

/** Whether YAML reads nothing: an empty value, `null` or `~`. */
function isNull(node: Node): boolean {
  const scalar = resolveAlias(node);
  return scalar.kind === 'scalar' && scalar.value.type === 'null';
}

/** The text of a scalar on one line. */
function textOf(node: Node): string | undefined {
  const scalar = resolveAlias(node);
  if (isNull(node)) return '';
  return scalar.kind === 'scalar' && !scalar.text.includes('\n') ? scalar.text : undefined;
}

function titleFor(entry: string): Text {
  return entry.length > 40 ? t('Write `NAME=value`') : t('Write `{0}`', entry);
}
