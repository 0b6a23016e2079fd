import type { LogOutputChannel } from 'vscode';

/** Lines of the log that a report contains. */
const KEPT = 200;

type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error';
const LEVELS: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error'] satisfies Level[];

/** The last lines of an output channel, which VS Code itself does not give back. */
export class Log {
  readonly channel: LogOutputChannel;
  private readonly lines: string[] = [];

  constructor(channel: LogOutputChannel) {
    this.channel = new Proxy(channel, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (typeof name === 'string' && LEVELS.includes(name)) {
          return (message: unknown, ...more: unknown[]): void => {
            // A trace has the files in it that the user edits.
            if (name !== 'trace') this.keep(`[${name}] ${String(message)}`);
            Reflect.apply(value, target, [message, ...more]);
          };
        }
        return (...args: unknown[]): unknown => Reflect.apply(value, target, args);
      },
    });
  }

  get last(): readonly string[] {
    return this.lines;
  }

  private keep(line: string): void {
    this.lines.push(line);
    if (this.lines.length > KEPT) this.lines.shift();
  }
}
