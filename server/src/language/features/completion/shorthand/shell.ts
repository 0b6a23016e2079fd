import { choices, type Completer } from './completer';

/** Where other shells than `sh` and `bash` mostly are. */
export const completeShell: Completer = () => choices(['/usr/bin/zsh', '/usr/bin/fish']);
