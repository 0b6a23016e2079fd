/** Texts for the comparison with PyYAML: random ones, and real ones with random edits. */
export { randomDocument } from './document';
export { mutateText } from './edits';
export { HAND_WRITTEN } from './hand-written';
export { randomPieces } from './pieces';
