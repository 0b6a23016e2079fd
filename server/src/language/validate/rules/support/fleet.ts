import type { Span } from '../../../base/span';
import type { Fleet, Host } from '../../../coerce/values';
import type { Item, View } from './view';

/**
 * Whether a fleet is created in clouds (`nodes`) or consists of existing machines (`ssh_config`); undefined where
 * unclear.
 */
export function kindOf(fleet: View<Fleet>): 'backend' | 'ssh' | undefined {
  const [isBackend, isSsh] = [fleet.isSet('nodes'), fleet.isSet('ssh_config')];
  if (isBackend === isSsh) return undefined;
  return isSsh ? 'ssh' : 'backend';
}

/** A small span for a host: its name, or its first key. */
export function hostSpan({ node, view }: Item<string | Host>): Span {
  if (node.kind === 'alias' || !view) return node.span;
  return view.has('hostname') ? view.valueSpan('hostname') : view.headSpan();
}

/** The hosts of an SSH fleet by whether the file has the address under which the others reach them. */
export interface HostAddresses {
  readonly having: readonly View<Host>[];
  readonly lacking: readonly Item<string | Host>[];
}

/** Whether the hosts have an `internal_ip`; if that of one is unclear, none is listed. */
export function hostAddresses(fleet: View<Fleet>): HostAddresses {
  const hosts = fleet.view('ssh_config')?.items('hosts') ?? [];
  if (hosts.some(isUnclear)) return { having: [], lacking: [] };
  return {
    having: hosts.flatMap(({ view }) => (view?.isSet('internal_ip') ? view : [])),
    lacking: hosts.filter(({ view }) => !view?.isSet('internal_ip')),
  };
}

function isUnclear({ view, value }: Item<string | Host>): boolean {
  if (!view) return value === undefined;
  return view.hasUnsureKeys() || view.isUnsure('internal_ip');
}
