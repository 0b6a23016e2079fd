import { textData, type Maker } from './maker';

/** Writes the character in the place of its two halves. */
export const joinHalves: Maker = ({ problem }) => {
  const newText = textData(problem, 'character');
  if (newText === undefined) return [];
  const edits = [{ span: problem.span, newText }];
  return [{ title: `Change to \`${newText}\``, edits }];
};
