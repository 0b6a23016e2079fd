import type { EntityReference } from '../shorthand/entity-reference';
import type { InstanceName } from '../shorthand/instance-selector';
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
