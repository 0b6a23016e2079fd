import type { Shorthand } from './shorthand';
import { parsed } from './grammar';
import { textGrammar } from './text';

export interface ServiceModel {
  readonly type: 'chat';
  readonly name: string;
  readonly format: 'openai';
}

/** The name of a model. Mirrors `ServiceConfigurationParams.convert_model` of core/models/configurations.py. */
export const serviceModel: Shorthand<ServiceModel> = {
  noun: 'name',
  read: textGrammar({
    code: 'wrong-type',
    expected: 'the name of a model such as `meta-llama/Llama-3.1-8B-Instruct`',
    numbers: false,
    read: (text) =>
      parsed({ type: 'chat', name: text.text, format: 'openai' }, [text.part('name')]),
  }),
};
