import { isProjectName } from '../paths';
import { Json } from './json';

/** The names of the projects from `projects/list`, sorted. */
export function projectsIn(answer: unknown): readonly string[] {
  const names = new Json(answer).list.flatMap((one) => one.get('project_name').text ?? []);
  return names.filter(isProjectName).sort();
}
