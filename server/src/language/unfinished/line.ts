import type { Position } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis';
import { wordAt, type Word } from './word';

/** A line with the cursor in it. */
export interface Line {
  readonly number: number;
  /** Offset of the cursor. */
  readonly offset: number;
  /** Offset of the end of the line. */
  readonly end: number;
  /** The text before the cursor. */
  readonly before: string;
  /** Whether only closing brackets and quotes, or a comment, follow the cursor. */
  readonly isAtEnd: boolean;
  readonly word: Word | undefined;
  /** The key whose colon is right before the cursor. */
  readonly key: Word | undefined;
}

/** The line of a position, and what of it is before and after that. */
export function lineAt(analysis: Analysis, position: Position): Line {
  const { text, lines } = analysis.tree;
  const offset = lines.offset(position);
  const end = lines.end(position.line);
  const before = text.slice(lines.start(position.line), offset);
  return {
    number: position.line,
    offset,
    end,
    before,
    isAtEnd: /^["'\]}\s]*(?:\s#|$)/.test(text.slice(offset, end)),
    word: wordAt(analysis, offset),
    key: /\w:$/.test(before) ? wordAt(analysis, offset - 1) : undefined,
  };
}
