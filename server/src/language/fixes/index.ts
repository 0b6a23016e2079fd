import type { Analysis } from '../analysis';
import type { Problem } from '../problem';
import { editDistance } from '../spelling';
import type { Fix } from './fix';

export { applyEdits, type Edit, type Fix } from './fix';

/** A slip of the finger; what is further off has to be confirmed. */
const SLIP = 2;

/** The fixes of a problem of `analysis`, best first: the name that was likely meant, in the quotes that are there. */
export function fixesFor(analysis: Analysis, { span, data }: Problem): readonly Fix[] {
  const suggestion = data?.['suggestion'];
  if (typeof suggestion !== 'string') return [];
  const written = analysis.source.text.slice(span.start, span.end);
  const quote = /^["']/.exec(written)?.[0] ?? '';
  const word = written.slice(quote.length, written.length - quote.length);
  return [
    {
      title: `Change to \`${suggestion}\``,
      edits: [{ span, newText: quote + suggestion + quote }],
      preferred: true,
      safe: editDistance(word, suggestion) <= SLIP,
    },
  ];
}
