/** What is fuzzed: a function of a text that throws if the text breaks a rule. */
export interface Target {
  readonly run: (text: string) => void | Promise<void>;
  /** In UTF-16 units; longer texts are cut to keep runs short. */
  readonly longest: number;
  /** Its share of the time, relative to the other targets. */
  readonly share: number;
  /** How often it runs within `npm test`. */
  readonly inTests: number;
}

/** A rule that must hold for every text does not hold for this one. */
export class Violation extends Error {
  constructor(
    /** The rule that should hold, without content of the text. */
    readonly rule: string,
    detail: string,
  ) {
    super(`${rule}: ${detail}`);
    this.name = 'Violation';
  }
}

/** Throws unless `condition` is true. `detail` is made when it is needed. */
export function holds(
  condition: boolean,
  rule: string,
  detail: () => unknown = () => '',
): asserts condition {
  if (condition) return;
  const shown = detail();
  throw new Violation(rule, typeof shown === 'string' ? shown : JSON.stringify(shown));
}

/** What distinguishes findings: the rule, or the place where the error was thrown. */
export function signatureOf(error: unknown): string {
  if (error instanceof Violation) return error.rule;
  if (!(error instanceof Error)) return String(error).slice(0, 60);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const [frame = ''] = frames.filter((line) => line.includes('server/src'));
  const place = /([\w-]+\.ts:\d+)/.exec(frame)?.[1] ?? '';
  return `${error.name} ${place} ${error.message.split('\n')[0]?.slice(0, 60) ?? ''}`;
}
