import type { Ports } from '../shorthand/ports';

/** Which port of the user's machine leads to which of the container. */
export function explainPortMapping({ local_port, container_port }: Ports): string {
  const target = `port ${String(container_port)} of the container`;
  if (local_port === null) return `Any free port of your machine leads to ${target}.`;
  return `\`localhost:${String(local_port)}\` on your machine leads to ${target}.`;
}

/** The port of a service. */
export function explainServicePort({ container_port }: Ports): string {
  return `The service listens on port ${String(container_port)} of its container.`;
}
