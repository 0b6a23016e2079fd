import type { Message, MessageStrategy } from 'vscode-languageserver';

/** Keeps what a client sends until the rest of the server is loaded, and then passes it on in the same order. */
export class HeldMessages implements MessageStrategy {
  private held: (() => unknown)[] | undefined;

  handleMessage(message: Message, next: (message: Message) => unknown): void {
    if (this.held) this.held.push(() => next(message));
    else next(message);
  }

  hold(): void {
    this.held ??= [];
  }

  release(): void {
    const held = this.held ?? [];
    this.held = undefined;
    for (const handOn of held) handOn();
  }
}
