import { computeCapabilities, gpuNames, memorySizes } from '../../catalogue/accelerators';
import { lookup } from '../../base/lookup';
import type { CatalogueName } from '../../schema/schema';
import { choices, type Around, type Completer } from './shorthand/completer';
import { configuredRegions, withPrices } from './live';
import { gpuMemory, memoryRanges } from './shorthand/memory';
import { completeUser } from './shorthand/unix-user';
import { MOST_USUAL } from './usage';

/** The suggestions for values from a list of many names. */
export const CATALOGUES: Readonly<Record<CatalogueName, Completer>> = {
  'availability-zones': ofBackends('availabilityZones'),
  'compute-capabilities': (_prefix, _, { catalogue }) =>
    computeCapabilities(catalogue).map(({ version, names }) => ({
      text: version,
      note: names.slice(0, 3).join(', '),
    })),
  'gateway-instance-types': ofBackends('gatewayInstanceTypes'),
  'gpu-memory': (prefix, _, around) =>
    choices(
      memoryRanges(
        prefix,
        gpuMemory(memorySizes(around.catalogue, around.texts('name'), vendorIn(around))),
      ),
    ),
  'gpu-names': (prefix, _, around) => {
    const names = choices(usualFirst(gpuNames(around.catalogue, vendorIn(around)), around));
    return withPrices(names, around.live, prefix === '');
  },
  images: (_prefix, { examples = [] }, { workspace, usual, uri, written }) => {
    const known = workspace?.index.texts('images', { uri, text: written }) ?? [];
    return choices([...known, ...usual, ...examples.map(String)]);
  },
  'instance-types': ofBackends('instanceTypes'),
  regions: (prefix, schema, around) =>
    configuredRegions(
      ofBackends('regions')(prefix, schema, around),
      chosenBackends(around),
      around.live,
    ),
  users: completeUser,
};

const VENDOR_ALIASES: Readonly<Record<string, string>> = { tpu: 'google', tt: 'tenstorrent' };

function vendorIn({ texts }: Around): string | undefined {
  const vendor = texts('vendor')[0]?.toLowerCase() || undefined;
  return vendor && (lookup(VENDOR_ALIASES, vendor) ?? vendor);
}

/** The names of the backends that the mapping chooses; all names if it chooses none. */
function ofBackends(
  names: 'availabilityZones' | 'gatewayInstanceTypes' | 'instanceTypes' | 'regions',
): Completer {
  return (_prefix, _schema, around) => {
    const lists = around.catalogue[names];
    const chosen = chosenBackends(around);
    const backends = chosen.length > 0 ? chosen : Object.keys(lists);
    const owners = new Map<string, string[]>();
    for (const backend of backends) {
      for (const name of lookup(lists, backend) ?? []) {
        owners.set(name, [...(owners.get(name) ?? []), backend]);
      }
    }
    // A name that is in no list may belong to any backend.
    const isListed = (name: string) => Object.values(lists).some((names) => names.includes(name));
    for (const name of around.usual) if (!isListed(name)) owners.set(name, []);
    return usualFirst([...owners.keys()], around).map((text) => {
      const note = owners.get(text)?.join(', ');
      return { text, ...(note ? { note } : {}) };
    });
  };
}

function chosenBackends({ texts }: Around): readonly string[] {
  return [...texts('backends'), ...texts('backend')].filter(Boolean);
}

function usualFirst(names: readonly string[], { usual }: Around): readonly string[] {
  const rank = new Map(
    usual.slice(0, MOST_USUAL).map((name, index) => [name.toLowerCase(), index]),
  );
  const rankOf = (name: string) => rank.get(name.toLowerCase()) ?? MOST_USUAL;
  return [...names].sort((a, b) => rankOf(a) - rankOf(b));
}
