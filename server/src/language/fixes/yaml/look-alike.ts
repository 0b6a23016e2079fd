import { lookAlikesIn } from '../../yaml/look-alikes';
import { textData, type FixProvider } from '../fix-provider';
import { t, type Text } from '../../l10n/text';

/** Replaces look-alike characters by the intended ones, in all of the file. */
export const writeMeant: FixProvider = ({ analysis: { tree }, problem }) => {
  const meant = textData(problem, 'meant');
  if (meant === undefined) return [];
  const found = lookAlikesIn(tree);
  const edits = found.map((one) => ({ span: one.span, newText: one.meant }));
  const isOnePlace = found.every(
    ({ span }) => problem.span.start <= span.start && span.end <= problem.span.end,
  );
  return [
    {
      title: isOnePlace ? titleFor(meant) : t('Replace all look-alike characters'),
      edits,
      meant: true,
    },
  ];
};

function titleFor(meant: string): Text {
  if (meant === ' ') return t('Use a space');
  return meant === '' ? t('Remove the invisible characters') : t('Use `{0}`', meant);
}
