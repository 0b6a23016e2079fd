import { choices, type Completer } from './completer';

/** The usual paths of shells other than `sh` and `bash`. */
export const completeShell: Completer = () => choices(['/usr/bin/zsh', '/usr/bin/fish']);
