import { Json } from './json';

/** The release of a server from `server/get_info`; undefined if this is not what dstack answers. */
export function serverVersionIn(answer: unknown): string | undefined {
  const version = new Json(answer).get('server_version').text;
  return version !== undefined && /^\d{1,3}\.\d{1,3}\.\d{1,3}\w{0,20}$/.test(version)
    ? version
    : undefined;
}
