import { LiveFailure, type FailureKind, type RejectedPlace } from '../failure';
import { Json } from './json';
import { t } from '../texts';

/** Messages of one answer that are shown. */
const MOST = 5;

/** What the server says about a request that it rejects, as a failure. `detail` has one of several forms. */
export function refusalOf(status: number, answer: unknown): LiveFailure {
  const detail = new Json(answer).get('detail');
  const details = detail.isList ? detail.list : [detail];
  const messages = details.flatMap((one) => one.get('msg').text ?? one.text ?? []).slice(0, MOST);
  const said = messages.join('; ');
  const kind = kindOf(status, said);
  const places = status === 422 ? details.slice(0, MOST).flatMap(placeOf) : [];
  return new LiveFailure(kind, wordsOf(kind, status, said), places);
}

function kindOf(status: number, said: string): FailureKind {
  if (status === 401 || (status === 403 && /token/i.test(said))) return 'token';
  if (status === 403) return 'denied';
  if (status === 404) return 'missing';
  if (status === 422) return 'invalid';
  return status >= 500 ? 'broken' : 'rejected';
}

function wordsOf(kind: FailureKind, status: number, said: string): string {
  if (kind === 'token')
    return t(
      'The server rejects the token: `dstack login` or `dstack project add` sets a new one.',
    );
  if (kind === 'denied') return t('You have no permission for this in the project.');
  if (kind === 'missing')
    return t('The server does not know this project, or is too old for this.');
  if (kind === 'broken') return t('The server failed ({0}): its log says why.', status);
  return said === ''
    ? t('The server rejects the request ({0}).', status)
    : t('The server rejects it: {0}', said);
}

/** The path within the configuration: pydantic's `loc` has before it the body, the spec, and of runs the type. */
function placeOf(detail: Json): readonly RejectedPlace[] {
  const loc = detail.get('loc').list.flatMap(({ text, number }) => text ?? number ?? []);
  const at = loc.indexOf('configuration');
  const message = detail.get('msg').text;
  const path = loc.slice(at + (loc.includes('run_spec') ? 2 : 1));
  return at < 0 || message === undefined ? [] : [{ path, message }];
}
