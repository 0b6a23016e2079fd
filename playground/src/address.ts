import { LinkError, linkTo, readLink, type Shared } from './link';
import { say } from './say';

/** Milliseconds after a change until the address has it: browsers limit how often it may change. */
const PAUSE = 400;

const TOO_LONG = 'The file is too long for a link. Copy its text instead.';

/** The address of the page, which holds the file after `#`. */
export class Address {
  private timer = 0;
  private latest: Shared = { text: '', release: undefined };

  /** The file in the address; undefined, with a message to the user, if it has none that can be read. */
  async read(): Promise<Shared | undefined> {
    try {
      const shared = await readLink(location.hash.slice(1));
      say('');
      return shared;
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      say(error.message);
      return undefined;
    }
  }

  /** Lets the address follow the file. */
  follow(shared: Shared): void {
    this.latest = shared;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.write(), PAUSE);
  }

  /** The whole address of the file as it is; undefined, with a message to the user, if it would be too long. */
  async write(): Promise<string | undefined> {
    clearTimeout(this.timer);
    const { latest } = this;
    const link = await linkTo(latest);
    if (this.latest !== latest) return this.write();
    // An address that cannot have the file must not have an older one.
    history.replaceState(null, '', `#${link ?? ''}`);
    if (link === undefined) say(TOO_LONG);
    return link === undefined ? undefined : location.href;
  }
}
