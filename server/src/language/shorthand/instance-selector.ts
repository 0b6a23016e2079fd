import type { Shorthand } from './shorthand';
import { parsed } from './grammar';
import { refuse } from './piece';
import { textGrammar } from './text';

export interface InstanceName {
  readonly name: string;
}

const NOT_A_NAME = 'This is not the name of an instance: a character in it is broken.';

/** The name of an instance. Mirrors `parse_instance_selector` of core/models/profiles.py. */
export const instanceSelector: Shorthand<InstanceName> = {
  noun: 'name',
  read: textGrammar({
    code: 'wrong-type',
    expected: 'the name of an instance such as `my-fleet-0`',
    numbers: false,
    read: (text) => {
      if (text.text === '')
        return refuse('blank-text', text, 'Name an instance, e.g. `my-fleet-0`.');
      // Where pydantic measures a text, it takes no half characters.
      if (/\p{Cs}/u.test(text.text)) return refuse('invalid-format', text, NOT_A_NAME);
      return parsed({ name: text.text }, [text.part('name')]);
    },
  }),
};
