import type { Shorthand } from './grammar/shorthand';
import { parsed, type Parsed } from './grammar/grammar';
import { toText } from '../pydantic/conversions';
import { refuse, type Piece } from './grammar/piece';
import * as python from '../python/python';
import { textGrammar, wrongKind } from './grammar/text';

/** The shorthands of presets. They mirror `PresetConfiguration` and its parts in core/models/configurations.py. */

export interface PresetModel {
  readonly repo: string;
}

/** The repo of a model. Mirrors `PresetConfiguration.parse_model`. */
export const presetModel: Shorthand<PresetModel> = {
  noun: 'name',
  read: textGrammar({
    code: 'wrong-type',
    expected: 'the repo of a model such as `Qwen/Qwen3-32B`',
    numbers: false,
    read: (text) => {
      const repo = readNonblank(text);
      return repo.ok ? parsed({ repo: repo.value }, [text.part('name')]) : repo;
    },
  }),
};

/** Text that is not only white space. Mirrors `_validate_model` and `PresetPromptFile.validate_path`. */
export const nonblank: Shorthand<string> = {
  noun: 'text',
  read: textGrammar({
    code: 'wrong-type',
    expected: 'text',
    numbers: true,
    read: readNonblank,
  }),
};

/**
 * `base` and `repo` of a preset. An empty text counts as not set, which is null here. So does zero, but only until
 * dstack plans the preset and reads the text `0`: there is no preset in which it is valid. Mirrors
 * `PresetConfiguration.apply_model_shorthand`.
 */
export const presetSource: Shorthand<string> = {
  noun: 'name',
  read: (scalar) => {
    if (toText(scalar) === '') return parsed(null);
    const isZero = (scalar.type === 'int' || scalar.type === 'float') && Number(scalar.value) === 0;
    return isZero ? wrongKind('wrong-type', scalar, 'the name of a model') : nonblank.read(scalar);
  },
};

/** The most characters that a prompt may have. */
const MAX_PROMPT_LENGTH = 10_000;

/** A prompt in the file itself. Mirrors `PresetConfiguration.validate_prompt`. */
export const prompt: Shorthand<string> = {
  noun: 'text',
  read: textGrammar({
    code: 'wrong-type',
    expected: 'the text of the prompt',
    numbers: true,
    read: (text) => {
      const length = python.length(text.text);
      if (length <= MAX_PROMPT_LENGTH) return readNonblank(text);
      const message = `A prompt may have 10,000 characters, this one has ${length}. Put it into a file: \`path: prompt.md\`.`;
      return refuse('wrong-length', text, message, { limit: MAX_PROMPT_LENGTH });
    },
  }),
};

/** The name of a dataset, without white space around it. Mirrors `PresetConfiguration.validate_dataset_name`. */
export const dataset: Shorthand<string> = {
  noun: 'text',
  read: textGrammar({
    code: 'wrong-type',
    expected: 'the name of a dataset such as `sharegpt`',
    numbers: true,
    read: (text) => {
      const name = python.strip(text.text);
      if (name !== 'random') return name === '' ? readNonblank(text) : parsed(name);
      const message =
        '`random` is not a dataset: remove `dataset` to measure with made-up requests.';
      return refuse('random-dataset', text, message);
    },
  }),
};

function readNonblank(text: Piece): Parsed<string> {
  if (python.strip(text.text) !== '') return parsed(text.text);
  return refuse('blank-text', text, 'The text must not be blank.');
}
