import type { LogOutputChannel } from 'vscode';

/** Entries of the log that a report is made from. */
const KEPT = 200;

type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error';
const LEVELS: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error'] satisfies Level[];

/** The last entries of an output channel with their level, which VS Code does not return. */
export class Log {
  readonly channel: LogOutputChannel;
  private readonly entries: (readonly [level: Level, entry: string])[] = [];

  constructor(channel: LogOutputChannel) {
    this.channel = new Proxy(channel, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (isLevel(name)) {
          return (message: unknown, ...more: unknown[]): void => {
            // A trace contains the files that the user edits.
            if (name !== 'trace') this.keep(name, String(message));
            Reflect.apply(value, target, [message, ...more]);
          };
        }
        return (...args: unknown[]): unknown => Reflect.apply(value, target, args);
      },
    });
  }

  get last(): readonly (readonly [level: Level, entry: string])[] {
    return this.entries;
  }

  private keep(level: Level, entry: string): void {
    this.entries.push([level, entry]);
    if (this.entries.length > KEPT) this.entries.shift();
  }
}

function isLevel(name: string | symbol): name is Level {
  return (LEVELS as readonly (string | symbol)[]).includes(name);
}
