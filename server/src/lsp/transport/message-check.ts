import { Message, type MessageStrategy, type RequestMessage } from 'vscode-languageserver';
import { MESSAGE_SHAPES } from './message-shapes';
import { property } from '../property';

/** The request that replaces one with wrong parameters; its parameters are the reason. */
export const REFUSED = 'dstack/refused';

/** Further mistakes of a client are not logged. */
const MOST_TOLD = 50;

/**
 * Passes on valid LSP messages. A request with wrong parameters is answered with an error; wrong notifications and
 * anything that is not a message are dropped; each kind is logged once. Neither the log nor the answer quotes their
 * content.
 */
export class MessageCheck implements MessageStrategy {
  private readonly told = new Set<string>();
  private isEnding = false;

  /**
   * @param next receives the messages
   * @param log receives the reasons for dropped ones
   */
  constructor(
    private readonly next: MessageStrategy,
    private readonly log: (reason: string) => void,
  ) {}

  handleMessage(message: Message, handOn: Parameters<MessageStrategy['handleMessage']>[1]): void {
    const checked = this.checked(message);
    // Only strategies that wait use the result, and `next` does not wait.
    if (checked) void this.next.handleMessage(checked, handOn);
  }

  /** Whether the client has asked the server to shut down. */
  get hasShutDown(): boolean {
    return this.isEnding;
  }

  private checked(message: Message): Message | undefined {
    // The library would log its content.
    if (Message.isResponse(message))
      return message.id === null ? this.tell('A response has no id.') : message;
    const isRequest = Message.isRequest(message);
    if (!isRequest && !Message.isNotification(message))
      return this.tell('A message is neither a request, a notification nor a response.');
    const { method, params } = message;
    if (method === 'shutdown') this.isEnding = true;
    const wrong = MESSAGE_SHAPES.get(method)?.(params);
    if (wrong === undefined) return message;
    const reason = `The parameters of ${method} are wrong: what is sent ${wrong}.`;
    if (!isRequest) return this.tell(reason);
    const refused: RequestMessage = { ...message, method: REFUSED, params: { reason } };
    return refused;
  }

  private tell(reason: string): undefined {
    if (this.told.has(reason) || this.told.size >= MOST_TOLD) return;
    this.told.add(reason);
    this.log(reason);
  }
}

/** Why a request was rejected. */
export function reasonIn(params: unknown): string {
  const reason = property(params, 'reason');
  return typeof reason === 'string' ? reason : 'The parameters are wrong.';
}
