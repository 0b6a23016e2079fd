import { problem } from '../../../../problem/problem';
import { groupsOf } from '../../groups/groups';
import { setHere } from '../../conflict';
import type { Rule } from '../../rule';

/**
 * Workers of a Dynamo router remember its address, which a retry would change; even `retry: false` is refused.
 * Mirrors `RunSpec._validate_dynamo_no_retry` of core/models/runs.py.
 */
export const dynamoRetry: Rule = {
  codes: ['conflicting-properties'],
  check(service, report) {
    if (service.value('retry') == null) return;
    const router = groupsOf(service)
      .flatMap(({ view }) => view.view('router') ?? [])
      .find((view) => view.text('type') === 'dynamo');
    if (!router) return;
    const message =
      '`retry` cannot be set for a service with a `dynamo` router: its workers would look for the router at the old address.';
    report(
      problem('conflicting-properties', service.keySpan('retry'), message, {
        data: { remove: 'retry', other: 'router' },
        related: [setHere(router, 'type')],
      }),
    );
  },
};
