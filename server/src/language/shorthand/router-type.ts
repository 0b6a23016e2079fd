import type { Shorthand } from './grammar/shorthand';
import { closest } from '../base/spelling';
import { parsed } from './grammar/grammar';
import { quote } from '../base/words';
import { refuse } from './grammar/piece';
import { textGrammar } from './grammar/text';

const CODE = 'unknown-value';
const TYPES = ['smg', 'dynamo'];

/** A router, also by the former name of `smg`. Mirrors `ReplicaGroupRouterConfig` of core/models/routers.py. */
export const routerType: Shorthand<string> = {
  noun: 'text',
  read: textGrammar({
    code: CODE,
    expected: '`smg` or `dynamo`',
    numbers: false,
    read: (text) => {
      if (TYPES.includes(text.text)) return parsed(text.text, [text.part('keyword')]);
      if (text.text === 'sglang') return parsed('smg', [text.part('keyword')]);
      const [suggestion] = closest(text.text, TYPES);
      const message = `${quote(text.text)} is not a router that dstack knows: use \`smg\` or \`dynamo\`.`;
      return refuse(CODE, text, message, {
        given: text.text,
        values: TYPES,
        ...(suggestion !== undefined && { suggestion }),
      });
    },
  }),
  strict: true,
};
