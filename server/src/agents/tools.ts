import {
  asRead,
  DSTACK_VERSION,
  releaseIn,
  starters,
  type Analysis,
  type Environment,
} from '../language';
import { check } from './check';
import { describe } from './describe';
import { InputError, textOf } from './input';

/**
 * What the tools need of the program that they run in. `version` is the release of dstack that the caller names; by default
 * the project decides.
 */
export interface ToolHost {
  /** A text, with the name of its file if that is known. */
  analysisOf(text: string, filename: string | undefined, version: string | undefined): Analysis;
  /** The file at a path. Throws if it cannot be read. */
  fileAt(path: string, version: string | undefined): Analysis;
  /** What is around a new file of the project. */
  environment(version: string | undefined): Environment;
}

/** A tool for coding agents. All of them only read. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** When to use it and what it gives, for the model. */
  readonly description: string;
  readonly inputSchema: {
    readonly type: 'object';
    readonly properties: Readonly<
      Record<string, { readonly type: 'string'; readonly description: string }>
    >;
    readonly required?: readonly string[];
  };
  /** Its result, as JSON. Throws an `InputError` if the input is invalid. */
  readonly answer: (input: unknown, host: ToolHost) => object;
}

const text = (description: string) => ({ type: 'string', description }) as const;

const VERSION = {
  dstack_version: text(
    'The release of dstack that decides, such as 0.20 or 0.20.29. By default the one that the project pins, else the newest known; the answer names it.',
  ),
};

const CONFIGURATION = {
  text: text('The whole text of the configuration. Give this or `path`.'),
  path: text('The path of the file. Give this or `text`.'),
  filename: text(
    'With `text`: the path that the file has or will have. `.dstack/profiles.yml` has profiles, any other a configuration.',
  ),
  ...VERSION,
};

export const TOOLS: readonly Tool[] = [
  {
    name: 'check_configuration',
    title: 'Check a dstack configuration',
    description: `Checks a dstack configuration (.dstack.yml) offline and exactly as dstack does when it is applied: the release that the project pins, or ${DSTACK_VERSION}. Use it after each change of such a file and before \`dstack apply\`. Gives \`accepted\` (true only if the whole text was checked and has no error), the problems with places and fixes, and \`fixedText\` if safe fixes change the text.`,
    inputSchema: { type: 'object', properties: CONFIGURATION },
    answer: (input, host) => {
      const { file, analysis } = configurationOf(input, host);
      return check(file, analysis);
    },
  },
  {
    name: 'describe_property',
    title: 'Describe a property of dstack',
    description:
      'Says what a property of a dstack configuration means, which forms and values it takes, its default, and which properties are in it. Use it before you write a property that you are not sure of, instead of guessing.',
    inputSchema: {
      type: 'object',
      properties: {
        type: text(
          'The type of the configuration: dev-environment, task, service, fleet, gateway, volume, preset, or profiles.',
        ),
        path: text(
          'The names of the properties from the top, with dots: `resources.gpu`. Without it, the properties of the type are listed.',
        ),
        prefix: text('What the listed values begin with: `H1` for GPUs, `eu-` for regions.'),
        ...VERSION,
      },
      required: ['type'],
    },
    answer: (input, host) => {
      const type = textOf(input, 'type');
      if (type === undefined) throw new InputError('`type` is missing.');
      const environment = host.environment(versionOf(input));
      return describe(environment, type, textOf(input, 'path'), textOf(input, 'prefix'));
    },
  },
  {
    name: 'expand_configuration',
    title: 'Show how dstack reads a configuration',
    description:
      'Gives a dstack configuration as dstack reads it, as YAML: with defaults, with shorthand such as `A100:80GB:2` expanded, and with numbers and booleans as YAML 1.1 has them. Use it to see what a file really asks for.',
    inputSchema: { type: 'object', properties: CONFIGURATION },
    answer: (input, host) => {
      const { analysis } = configurationOf(input, host);
      const expanded = asRead(analysis);
      if (expanded === undefined)
        throw new InputError('The text is not a configuration: `check_configuration` says why.');
      return { dstackVersion: analysis.release.version, text: expanded };
    },
  },
  {
    name: 'list_starters',
    title: 'List templates of dstack configurations',
    description:
      'Lists templates of whole dstack configurations, each of which dstack accepts. With `label` it gives the text of one. Use it to begin a new file.',
    inputSchema: {
      type: 'object',
      properties: {
        type: text('Only templates of this type, such as `service`.'),
        label: text('The label of a template, to get its text.'),
        ...VERSION,
      },
    },
    answer: (input, host) =>
      startersFor(
        host.environment(versionOf(input)),
        textOf(input, 'type'),
        textOf(input, 'label'),
      ),
  },
];

function startersFor(
  environment: Environment,
  type: string | undefined,
  label: string | undefined,
): object {
  const all = starters(environment).starters;
  const found = all.filter(
    (one) =>
      (type === undefined || one.type === type) && (label === undefined || one.label === label),
  );
  if (found.length === 0) {
    const types = [...new Set(all.map((one) => one.type))].join(', ');
    throw new InputError(
      `There is no such template. The types are ${types}; without parameters, all are listed.`,
    );
  }
  return {
    dstackVersion: environment.release.version,
    starters: found.map(({ type: ofType, label: name, description, text: whole }) => ({
      type: ofType,
      label: name,
      description,
      ...(label === undefined ? {} : { text: whole }),
    })),
  };
}

function configurationOf(input: unknown, host: ToolHost): { file: string; analysis: Analysis } {
  const [whole, path] = [textOf(input, 'text'), textOf(input, 'path')];
  const version = versionOf(input);
  if (whole !== undefined && path === undefined) {
    const filename = textOf(input, 'filename');
    return { file: filename ?? '-', analysis: host.analysisOf(whole, filename, version) };
  }
  if (path === undefined || whole !== undefined)
    throw new InputError('Give `text` or `path`, and not both.');
  return { file: path, analysis: host.fileAt(path, version) };
}

function versionOf(input: unknown): string | undefined {
  const version = textOf(input, 'dstack_version');
  if (version !== undefined && releaseIn(version) === undefined)
    throw new InputError('`dstack_version` is a release of dstack such as 0.20 or 0.20.29.');
  return version;
}
