import type { Analysis } from './language';

/** Where failures are told, such as the console of a connection. */
interface Console {
  error(message: string): void;
}

/** More different failures than these are no news. */
const MOST = 200;

/**
 * Tells of what has thrown, each place of our code once: a rule that fails does so at every key, and a log that is
 * flooded tells nothing.
 */
export class FailureLog {
  private readonly told = new Set<string>();

  constructor(private readonly console: Console) {}

  /** @param name of what has lost its answer, such as `textDocument/hover` or `rule name` */
  tell(name: string, error: unknown): void {
    const text = describe(error);
    const key = `${name} ${/\n\s*at .*/.exec(text)?.[0] ?? text}`;
    if (this.told.has(key) || this.told.size >= MOST) return;
    this.told.add(key);
    this.console.error(`${name}: ${text}`);
  }

  /** What threw while a document was looked at. */
  tellOf({ failures }: Analysis): void {
    for (const { name, error } of failures.all) this.tell(name, error);
  }
}

export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
