import { byId } from './elements';

/** Shows a message to the user, which screen readers read out; an empty one removes it. */
export function say(message: string): void {
  const place = byId('message', HTMLElement);
  place.textContent = message;
  place.hidden = message === '';
}
