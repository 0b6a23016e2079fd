import { quote } from '../../../base/words';
import type { Fleet } from '../../../coerce/values';
import { problem } from '../../../problem/problem';
import type { Rule } from '../rule';
import { hostSpan } from '../support/fleet';
import { hostAddress } from '../support/host-address';

/** A host with its user or port in one text. dstack accepts it, and then does not find a machine of that name. */
export const hostAddresses: Rule<Fleet> = {
  codes: ['host-address'],
  check(fleet, report) {
    for (const host of fleet.view('ssh_config')?.items('hosts') ?? []) {
      const text = host.view ? host.view.value('hostname') : host.value;
      const meant = typeof text === 'string' ? hostAddress(text) : undefined;
      if (typeof text !== 'string' || !meant) continue;
      const properties = Object.entries(meant).map(
        ([key, value]) => `\`${key}: ${String(value)}\``,
      );
      const message = `${quote(text)} is not an address. Write ${properties.join(', ')}.`;
      report(
        problem('host-address', hostSpan(host), message, {
          severity: 'warning',
          data: { given: text },
        }),
      );
    }
  },
};
