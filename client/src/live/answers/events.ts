import { Json } from './json';

/** The id of the newest event of `events/list`; it changes when anything in the project does. */
export function newestEventIn(answer: unknown): string | undefined {
  return new Json(answer).list[0]?.get('id').text;
}
