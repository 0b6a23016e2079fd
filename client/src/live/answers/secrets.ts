import { Json } from './json';

/** The names of `secrets/list`. A value, which an older server could send, is not read. */
export function secretsIn(answer: unknown): readonly string[] {
  return new Json(answer).list.flatMap((one) => one.get('name').text ?? []);
}
