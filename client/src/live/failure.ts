import { t } from './texts';

/** Why a server gave no answer that can be used. */
export type FailureKind =
  | 'unreachable'
  | 'slow'
  | 'too-large'
  | 'unreadable'
  | 'redirect'
  | 'token'
  | 'denied'
  | 'missing'
  | 'rejected'
  | 'invalid'
  | 'broken'
  | 'closed';

/** A place in the configuration that the server rejects. */
export interface RejectedPlace {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What went wrong with a request, in words for the user. It never contains a token or the body of an answer. */
export class LiveFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly places: readonly RejectedPlace[] = [],
  ) {
    super(message);
    this.name = 'LiveFailure';
  }
}

/** What to show of any exception: the message of a failure; of others only that there was one. */
export function messageOf(error: unknown): string {
  return error instanceof LiveFailure ? error.message : t('The extension failed: see the log.');
}
