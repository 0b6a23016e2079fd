import { closest } from '../../base/spelling';
import { span } from '../../base/span';
import { sourceInQuotes } from '../../edit/rewrite';
import { lastPair } from '../../edit/locate';
import { textData, type FixProvider } from '../fix-provider';
import { inQuotes } from '../values/quotes';
import { t } from '../../l10n/text';

/** The name of an existing anchor, else quotes around text. */
export const fixUnknownAlias: FixProvider = (context) => {
  const { analysis, problem } = context;
  const name = textData(problem, 'name') ?? '';
  const anchors = [...analysis.tree.text.matchAll(/(?<=^|\s)&([^\s,[\]{}]{1,100})/gm)].map(
    ([, anchor = '']) => anchor,
  );
  const [likely] = closest(name, anchors);
  const rename = {
    title: t('Change to `*{0}`', likely ?? ''),
    edits: [{ span: problem.span, newText: `*${likely ?? ''}` }],
  };
  return [...(likely === undefined ? [] : [rename]), ...inQuotes(context)];
};

/** Quotes around a command that begins with `!`; else removes the tag and the space after it. */
export const removeTag: FixProvider = ({
  analysis: { tree, bound },
  problem: { span: at },
  steps,
}) => {
  const { text, lines } = tree;
  const spaces = /^[ ]*/.exec(text.slice(at.end))?.[0].length ?? 0;
  const remove = {
    title: t('Remove the tag'),
    edits: [{ span: span(at.start, at.end + spaces), newText: '' }],
  };
  const pair = lastPair(steps)?.pair;
  const items = pair && bound.propertyOf(pair)?.items;
  const start = lines.start(lines.position(at.start).line);
  const isItem = /^\s*- +$/.test(text.slice(start, at.start));
  if (!items || items.shorthand || !isItem || text.startsWith('!!', at.start)) return [remove];
  const line = text.slice(at.start, lines.end(lines.position(at.start).line));
  const comment = line.search(/\s#/);
  const source = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  const quoted = {
    span: span(at.start, at.start + source.length),
    newText: sourceInQuotes(source),
  };
  return [{ title: t('Put it in quotes'), edits: [quoted] }, remove];
};
