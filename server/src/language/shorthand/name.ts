import type { Shorthand } from './shorthand';
import { failed, parsed, type Grammar, type Parsed } from './grammar';
import { quote } from '../base/words';
import type { Piece } from './piece';
import { textGrammar } from './text';

const CODE = 'resource-name';

interface Name {
  readonly pattern: RegExp;
  readonly longest: number;
  readonly rule: string;
  /** Added to the message where something else can give the name. */
  readonly otherwise?: string;
}

/** The rule that names of runs, fleets, volumes, gateways and presets follow. */
export const RESOURCE_NAME: Name = {
  pattern: /^[a-z][a-z0-9-]{1,40}\n?$/,
  longest: 41,
  rule: '2 to 41 lowercase letters, digits and hyphens, beginning with a letter',
  otherwise: '`dstack apply` refuses it, unless its option `--name` gives another.',
};

const GROUP: Name = {
  pattern: /^[a-z0-9][a-z0-9-]{0,39}\n?$/,
  longest: 40,
  rule: 'up to 40 lowercase letters, digits and hyphens, beginning with a letter or digit',
};

/**
 * The name of a run, fleet, volume, gateway or preset. Mirrors `validate_dstack_resource_name` of
 * core/services/__init__.py.
 */
export const resourceName: Shorthand<string> = {
  noun: 'name',
  read: nameGrammar(RESOURCE_NAME, 'my-run'),
};

/** The name of a replica or node group. Mirrors `is_valid_replica_group_name` of core/services/__init__.py. */
export const groupName: Shorthand<string> = {
  noun: 'name',
  read: nameGrammar(GROUP, 'workers'),
};

function nameGrammar(name: Name, example: string): Grammar<string | null> {
  return textGrammar({
    code: CODE,
    expected: `a name such as \`${example}\``,
    numbers: true,
    read: (text) => readName(text, name, example),
  });
}

function readName(text: Piece, name: Name, example: string): Parsed<string> {
  if (name.pattern.test(text.text)) return parsed(text.text, [text.part('name')]);
  const suggestion = likelyName(text.text, name.longest);
  const likely = name.pattern.test(suggestion);
  const right = quote(likely ? suggestion : example);
  const message = `${quote(text.text)} is not a possible name: use ${name.rule}, e.g. ${right}.`;
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
