import { Json, textsOf } from './json';

/** A backend that a project has, with the regions that it is limited to; undefined: all. */
export interface Backend {
  readonly name: string;
  readonly regions?: readonly string[];
}

export interface Project {
  /** As events refer to it. */
  readonly id: string | undefined;
  readonly backends: readonly Backend[];
}

/** A project from `projects/{}/get`. Members, keys and what else a backend is configured with are left out. */
export function projectIn(answer: unknown): Project {
  const project = new Json(answer);
  return {
    id: project.get('project_id').text,
    backends: project.get('backends').list.flatMap(backendOf),
  };
}

function backendOf(json: Json): readonly Backend[] {
  const name = json.get('name').text;
  if (name === undefined) return [];
  const regions = json.get('config').get('regions');
  return [regions.isList ? { name, regions: textsOf(regions) } : { name }];
}
