import { counted } from '../base/words';
import * as python from '../python/python';
import type { EntityReference } from '../shorthand/entity-reference';
import type { InstanceName } from '../shorthand/name';
import type { PresetModel } from '../shorthand/preset';
import { code } from './markdown';

/** A fleet of this or another project. */
export function explainFleet(reference: EntityReference): string {
  return `The fleet ${inProject(reference)}.`;
}

/** A gateway by name, or whether there is to be one. */
export function explainGateway(value: boolean | EntityReference): string {
  if (typeof value !== 'boolean') return `The gateway ${inProject(value)}.`;
  return value ? 'The default gateway of the project.' : 'No gateway.';
}

/** An instance by its name. */
export function explainInstance({ name }: InstanceName): string {
  return `The instance ${code(name)}, as \`dstack fleet\` shows it.`;
}

function inProject({ project, name }: EntityReference): string {
  return project === null
    ? `${code(name)} of this project`
    : `${code(name)} of the project ${code(project)}`;
}

/** The model that a preset is for. */
export function explainPresetModel({ repo }: PresetModel): string {
  return `Serves exactly the model ${code(repo)}.`;
}

/** The dataset that requests are taken from. */
export function explainDataset(name: string): string {
  return `Measures with the requests of the dataset ${code(name)}.`;
}

/** How long a prompt is. */
export function explainPrompt(text: string): string {
  return `${counted(python.length(text), 'character')} of at most 10,000 that are added to the instructions of the agent.`;
}

/** Who commands run as: `The user ubuntu`, `The user with the ID 1000 and the group with the ID 1000`. */
export function explainUnixUser(text: string): string {
  const [user = '', group] = text.split(':');
  const who = `the user ${nameOrId(user)}`;
  return `Commands run as ${group === undefined ? who : `${who} and the group ${nameOrId(group)}`}.`;
}

function nameOrId(text: string): string {
  return python.int(text) === undefined ? code(text) : `with the ID ${python.strip(text)}`;
}
