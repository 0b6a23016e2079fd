import { choices, type Completer } from './completer';

/** Usual users of images and clouds. */
export const completeUser: Completer = () => choices(['ubuntu', 'root']);

/** The same, and a user by number. */
export const completeUnixUser: Completer = () => choices(['ubuntu', 'root', '1000:1000']);
