import type { Analysis } from '../language';
import { visible, visibleLine } from '../language/base/visible';

/** Where failures are logged, such as the console of a connection. */
interface Console {
  error(message: string): void;
}

/** Further failures are not logged. */
const MOST = 200;

/**
 * Logs exceptions, each place in our code once: a rule that fails does so at every key, and a flooded log is useless.
 */
export class FailureLog {
  private readonly told = new Set<string>();

  constructor(private readonly console: Console) {}

  /** @param name of the failed part, such as `textDocument/hover` or `rule name` */
  tell(name: string, error: unknown): void {
    const text = describe(error);
    const key = `${name} ${/\n {1,8}at .*/.exec(text)?.[0] ?? text}`;
    if (this.told.has(key) || this.told.size >= MOST) return;
    this.told.add(key);
    this.console.error(`${visibleLine(name)}: ${text}`);
  }

  /** An exception from the analysis of a document. */
  tellOf({ failures }: Analysis): void {
    for (const { name, error } of failures.all) this.tell(name, error);
  }
}

/**
 * An error for a log: its message, which may quote a file, on one line and without characters that a terminal would
 * interpret, and the lines of its stack.
 */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return visibleLine(String(error));
  const says = String(error);
  const { stack = '' } = error;
  const frames = stack.startsWith(says) ? visible(stack.slice(says.length)) : '';
  return visibleLine(says) + frames;
}
