import { t, type Translate } from '../language';
import { translateOf } from './locale';
import type { Output } from './output';

/** Milliseconds before something is shown, and between two updates. */
const PATIENCE = 1000;
const UPDATE = 200;

/** How many files were checked, on a terminal, if it takes longer than a second. */
export class Progress {
  private readonly start = performance.now();
  private shownAt: number | undefined;
  private files = 0;

  private readonly translate: Translate;

  constructor(private readonly output: Output) {
    this.translate = translateOf(output);
  }

  /** One more file is being checked. */
  next(): void {
    this.files++;
    if (!this.output.errIsTerminal) return;
    const now = performance.now();
    if (now - this.start < PATIENCE || now - (this.shownAt ?? 0) < UPDATE) return;
    this.shownAt = now;
    this.output.err(`\r${this.translate(t('{0} files checked …', this.files))}`);
  }

  /** Removes the line. */
  end(): void {
    if (this.shownAt !== undefined) this.output.err('\r\x1b[K');
  }
}
