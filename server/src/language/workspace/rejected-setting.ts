import { quote } from '../base/words';
import type { LocatedProblem } from '../problem/diagnostic';
import { EXCLUDED, type Setting } from './default-profile';
import type { Workspace } from './workspace';

/**
 * What dstack rejects because of the default profile. It is a warning: the command line can name another profile or none,
 * and run in another folder.
 */
export function rejectedSetting(
  { property, range }: Setting,
  uri: string,
  workspace: Workspace,
): readonly LocatedProblem[] {
  const file = workspace.profiles?.(uri)?.uri;
  const settings = file === undefined ? undefined : workspace.index.get(file);
  const found = settings?.defaults.find((one) => one.property === property);
  if (!settings || !found) return [];
  const path = quote(workspace.pathOf(settings.uri));
  const message = `The default profile of ${path} sets \`${property}\`, and ${EXCLUDED[property].reason}, or run \`dstack apply\` with \`--no-profile\`.`;
  const related = [{ ...found, uri: settings.uri, message: `\`${property}\` is set here.` }];
  return [{ range, severity: 'warning', code: 'default-profile', message, related }];
}
