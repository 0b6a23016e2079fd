import type { Shorthand } from './grammar/shorthand';
import { failed, parsed, type Grammar, type Parsed } from './grammar/grammar';
import { quote } from '../base/words';
import { refuse, type Piece } from './grammar/piece';
import { textGrammar } from './grammar/text';

const CODE = 'resource-name';

interface Name {
  readonly pattern: RegExp;
  readonly longest: number;
  readonly rule: string;
  /** Added to the message if something else can set the name. */
  readonly otherwise?: string;
}

/** The rule that names of runs, fleets, volumes, gateways and presets follow. */
export const RESOURCE_NAME: Name = {
  pattern: /^[a-z][a-z0-9-]{1,40}\n?$/,
  longest: 41,
  rule: '2 to 41 lowercase letters, digits and hyphens, starting with a letter',
  otherwise: '`dstack apply` rejects it unless you pass `--name`.',
};

const GROUP: Name = {
  pattern: /^[a-z0-9][a-z0-9-]{0,39}\n?$/,
  longest: 40,
  rule: 'up to 40 lowercase letters, digits and hyphens, starting with a letter or digit',
};

/**
 * The name of a run, fleet, volume, gateway or preset. Mirrors `validate_dstack_resource_name` of
 * core/services/__init__.py.
 */
export const resourceName: Shorthand<string> = {
  noun: 'name',
  read: nameGrammar(RESOURCE_NAME, 'my-name'),
};

/** The name of a replica or node group. Mirrors `is_valid_replica_group_name` of core/services/__init__.py. */
export const groupName: Shorthand<string> = {
  noun: 'name',
  read: nameGrammar(GROUP, 'workers'),
};

export interface InstanceName {
  readonly name: string;
}

const NOT_AN_INSTANCE = 'This is not the name of an instance: a character in it is broken.';

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
      // If pydantic measures a text, it rejects half characters.
      if (/\p{Cs}/u.test(text.text)) return refuse('invalid-format', text, NOT_AN_INSTANCE);
      return parsed({ name: text.text }, [text.part('name')]);
    },
  }),
};

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

function nameGrammar(name: Name, example: string): Grammar<string | null> {
  return textGrammar({
    code: CODE,
    expected: `a name such as \`${example}\``,
    numbers: true,
    read: (text) => readName(text, name, example),
  });
}

/** Quotes of a word processor, which are no quotes of YAML. */
const IN_CURLY_QUOTES = /^[\u2018-\u201f].*[\u2018-\u201f]$/u;

function readName(text: Piece, name: Name, example: string): Parsed<string> {
  if (name.pattern.test(text.text)) return parsed(text.text, [text.part('name')]);
  const suggestion = likelyName(text.text, name.longest);
  const likely = name.pattern.test(suggestion);
  const right = quote(likely ? suggestion : example);
  const fault = IN_CURLY_QUOTES.test(text.text) ? 'its curly quotes are a part of it. Use' : 'use';
  const message = `${quote(text.text)} is not a valid name: ${fault} ${name.rule}, e.g. ${right}.`;
  return failed({
    code: CODE,
    message: name.otherwise === undefined ? message : `${message}\n${name.otherwise}`,
    start: text.start,
    end: text.end,
    ...(name.otherwise !== undefined && { severity: 'warning' }),
    ...(likely && { data: { suggestion } }),
  });
}

/** `my-run` for `My_Run`, `myRun` and `my.run`, but `vllm` for `vLLM`. */
function likelyName(text: string, longest: number): string {
  return text
    .slice(0, 4 * longest)
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/([a-z0-9])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longest)
    .replace(/-$/, '');
}
