import { Message, type MessageStrategy } from 'vscode-languageserver';
import { MESSAGE_SHAPES } from './message-shapes';
import { property } from './settings';

/** The request that takes the place of one with wrong parameters; its parameters are the reason. */
export const REFUSED = 'dstack/refused';

/** More different mistakes of a client than these are no news. */
const MOST_TOLD = 50;

/**
 * Hands on the messages of a client that are as LSP says. A request with other parameters is answered with an error, a
 * notification is left out, and so is what is no message at all; the log tells each kind once. Nothing of what they hold is
 * in the log or the answer.
 */
export class MessageCheck implements MessageStrategy {
  private readonly told = new Set<string>();
  private isEnding = false;

  /**
   * @param next what takes the messages
   * @param log takes what is said of those that are left out
   */
  constructor(
    private readonly next: MessageStrategy,
    private readonly log: (reason: string) => void,
  ) {}

  handleMessage(message: Message, handOn: Parameters<MessageStrategy['handleMessage']>[1]): void {
    const checked = this.checked(message);
    // What comes back is for strategies that wait, which `next` is not.
    if (checked) void this.next.handleMessage(checked, handOn);
  }

  /** Whether the client has asked the server to shut down. */
  get hasShutDown(): boolean {
    return this.isEnding;
  }

  private checked(message: Message): Message | undefined {
    if (Message.isResponse(message)) return message;
    const isRequest = Message.isRequest(message);
    if (!isRequest && !Message.isNotification(message))
      return this.tell('A message is neither a request, a notification nor a response.');
    const { method, params } = message;
    if (method === 'shutdown') this.isEnding = true;
    const wrong = MESSAGE_SHAPES.get(method)?.(params);
    if (wrong === undefined) return message;
    const reason = `The parameters of ${method} are wrong: what is sent ${wrong}.`;
    if (!isRequest) return this.tell(reason);
    return { ...message, method: REFUSED, params: { reason } } as Message;
  }

  private tell(reason: string): undefined {
    if (this.told.has(reason) || this.told.size >= MOST_TOLD) return;
    this.told.add(reason);
    this.log(reason);
  }
}

/** Why a request was refused. */
export function reasonIn(params: unknown): string {
  const reason = property(params, 'reason');
  return typeof reason === 'string' ? reason : 'The parameters are wrong.';
}
