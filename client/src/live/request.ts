import { request as requestOverHttp, type IncomingMessage } from 'node:http';
import { request as requestOverHttps } from 'node:https';
import { refusalOf } from './answers/refusal';
import { LiveFailure } from './failure';
import { pathOf, type AllowedPath } from './paths';
import { t } from './texts';

/** Where requests go. The token is asked for at each request and kept nowhere else. */
export interface Target {
  readonly url: string;
  readonly project: string;
  readonly token: () => string;
}

/** Limits of a request: milliseconds, and bytes of an answer. */
export interface Limits {
  readonly milliseconds: number;
  readonly bytes: number;
}

const LIMITS: Limits = { milliseconds: 10_000, bytes: 4_000_000 };

/** Requests that run at the same time. The others wait. */
const AT_ONCE = 2;

/** What is logged of a request: never a body, a header or the address. */
export type RequestLog = (line: string) => void;

/** The only code of the extension that uses the network. It follows no redirect and keeps no body. */
export class Requests {
  /** The release in whose terms the server answers; undefined: its own. */
  apiVersion: string | undefined;
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly closing = new AbortController();

  constructor(
    private readonly target: Target,
    private readonly log: RequestLog,
    private readonly limits: Limits = LIMITS,
  ) {}

  /**
   * The answer to a POST, as JSON.
   *
   * @throws LiveFailure with the reason, also if the server rejects the request
   */
  async post(template: AllowedPath, body?: unknown): Promise<unknown> {
    const path = pathOf(template, this.target.project);
    await this.turn();
    const start = performance.now();
    let outcome = 'failed';
    try {
      const [status, text] = await this.exchange(path, body);
      outcome = String(status);
      return answerOf(status, text);
    } catch (error) {
      if (outcome === 'failed' && error instanceof LiveFailure) outcome = error.kind;
      throw error;
    } finally {
      this.log(`POST ${path} ${outcome} ${String(Math.round(performance.now() - start))} ms`);
      this.running--;
      this.waiting.shift()?.();
    }
  }

  /** Ends what runs; later requests fail. */
  close(): void {
    this.closing.abort();
    this.waiting.splice(0).forEach((go) => go());
  }

  private async turn(): Promise<void> {
    if (this.running >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    this.running++;
  }

  private async exchange(path: string, body: unknown): Promise<readonly [number, string]> {
    const { url } = this.target;
    if (!URL.canParse(url)) throw new LiveFailure('unreachable', t('The address is not a URL.'));
    const base = new URL(url);
    const token = tokenOf(this.target);
    const sent = Buffer.from(body === undefined ? '' : JSON.stringify(body));
    const headers = {
      accept: 'application/json',
      // Nothing is inflated, so a small answer cannot become a large one.
      'accept-encoding': 'identity',
      authorization: `Bearer ${token}`,
      'content-length': String(sent.length),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(this.apiVersion === undefined ? {} : { 'x-api-version': this.apiVersion }),
    };
    const send = base.protocol === 'https:' ? requestOverHttps : requestOverHttp;
    return new Promise((resolve, reject) => {
      const { milliseconds, bytes } = this.limits;
      const end = (failure: LiveFailure) => {
        reject(failure);
        request.destroy();
      };
      const timer = setTimeout(() => end(tooSlow(milliseconds)), milliseconds);
      const stop = () => end(new LiveFailure('closed', t('Disconnected.')));
      const { signal } = this.closing;
      const request = send(base, {
        method: 'POST',
        path: base.pathname.replace(/\/$/, '') + path,
        headers,
      });
      let isAnswered = false;
      request.on('response', (response) => {
        isAnswered = true;
        collect(response, bytes).then((text) => resolve([response.statusCode ?? 0, text]), end);
      });
      request.on('error', (error: NodeJS.ErrnoException) => end(unreachable(error.code)));
      request.on('close', () => {
        // Without an answer and without an error, if the server changes the protocol.
        if (!isAnswered) reject(unreachable('ECONNRESET'));
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
      });
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
      else request.end(sent);
    });
  }
}

/** The token. What a header cannot contain cannot be one. */
function tokenOf({ token }: Target): string {
  const text = token();
  if (/^[!-~]{1,4096}$/.test(text)) return text;
  throw new LiveFailure(
    'token',
    t(
      'The token is not one of a dstack server: `dstack login` or `dstack project add` sets a new one.',
    ),
  );
}

/** The text of an answer. Rejects as soon as it is too large or ends too early. */
function collect(response: IncomingMessage, most: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    response.on('data', (part: Buffer) => {
      size += part.length;
      if (size > most) reject(tooLarge(most));
      else parts.push(part);
    });
    response.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
    response.on('aborted', () => reject(unreachable('ECONNRESET')));
    response.on('error', () => reject(unreachable('ECONNRESET')));
  });
}

function answerOf(status: number, text: string): unknown {
  if (status >= 300 && status < 400)
    throw new LiveFailure(
      'redirect',
      t('The server redirects ({0}), which is not followed: use its final URL.', status),
    );
  let answer: unknown;
  try {
    answer = text === '' ? null : JSON.parse(text);
  } catch {
    if (status < 400)
      throw new LiveFailure('unreadable', t('The answer is not JSON: is this a dstack server?'));
  }
  if (status >= 400) throw refusalOf(status, answer);
  return answer;
}

function unreachable(code = 'no code'): LiveFailure {
  const shown = /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : t('unknown error');
  return new LiveFailure('unreachable', t('The server cannot be reached ({0}).', shown));
}

function tooSlow(milliseconds: number): LiveFailure {
  return new LiveFailure('slow', t('The server did not answer within {0} s.', milliseconds / 1000));
}

function tooLarge(bytes: number): LiveFailure {
  return new LiveFailure('too-large', t('The answer has more than {0} MB.', bytes / 1_000_000));
}
