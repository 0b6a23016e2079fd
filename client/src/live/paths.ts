/** All that is ever requested of a server: paths below `/api/`, of which `{}` is the name of a project. */
export const ALLOWED_PATHS = [
  'server/get_info',
  'projects/list',
  'projects/{}/get',
  'project/{}/runs/get_plan',
  'project/{}/runs/get',
  'project/{}/runs/stop',
  'project/{}/logs/poll',
  'project/{}/gpus/list',
  'project/{}/fleets/list',
  'project/{}/fleets/get_plan',
  'project/{}/volumes/list',
  'project/{}/gateways/list',
  'project/{}/gateways/get_plan',
  'project/{}/secrets/list',
  'runs/list',
  'events/list',
] as const;

export type AllowedPath = (typeof ALLOWED_PATHS)[number];

/** The names that dstack accepts for a project. Anything else could change the path. */
const PROJECT = /^[A-Za-z0-9_-]{1,50}$/;

/** Whether this can be the name of a project. */
export function isProjectName(name: string): boolean {
  return PROJECT.test(name);
}

/** The path of a request. Throws if it is not allowed, or if the project's name is not one. */
export function pathOf(template: AllowedPath, project: string): string {
  if (!ALLOWED_PATHS.includes(template)) throw new Error('This path is not allowed.');
  if (!isProjectName(project)) throw new Error('This is not the name of a project.');
  return `/api/${template.replace('{}', project)}`;
}
