import type { Shorthand } from './grammar/shorthand';
import { parsed } from './grammar/grammar';
import { quote } from '../base/words';
import { refuse } from './grammar/piece';
import { textGrammar } from './grammar/text';

const CODE = 'shell';

/** A shell: `sh`, `bash` or an absolute path. Mirrors `validate_shell` of core/models/configurations.py. */
export const shell: Shorthand<string> = {
  noun: 'text',
  read: textGrammar({
    code: CODE,
    expected: '`sh`, `bash` or an absolute path',
    numbers: true,
    read: (text) => {
      if (text.text === 'sh' || text.text === 'bash')
        return parsed(text.text, [text.part('keyword')]);
      if (text.text.startsWith('/')) return parsed(text.text, [text.part('path')]);
      const suggestion = likelyShell(text.text);
      const example = suggestion ?? '/usr/bin/zsh';
      const message = `${quote(text.text)} is not a shell: use \`sh\`, \`bash\` or an absolute path, e.g. \`${example}\`.`;
      return refuse(CODE, text, message, suggestion === undefined ? undefined : { suggestion });
    },
  }),
};

/** The usual folder of other shells. */
function likelyShell(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  if (name === 'sh' || name === 'bash') return name;
  if (/^(?:usr\/)?(?:local\/)?bin\/[a-z]+$/.test(name)) return `/${name}`;
  return /^(?:zsh|fish|ksh|tcsh|csh|dash)$/.test(name) ? `/usr/bin/${name}` : undefined;
}
