import { choices, type Completer } from './completer';

/** Users that images and clouds mostly have. */
export const completeUser: Completer = () => choices(['ubuntu', 'root']);

/** The same, and a user by its number. */
export const completeUnixUser: Completer = () => choices(['ubuntu', 'root', '1000:1000']);
