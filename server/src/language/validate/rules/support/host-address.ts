/** The address of a host, with what else a text says of how to log in. */
export interface HostAddress {
  readonly hostname: string;
  readonly user?: string;
  readonly port?: number;
}

const FORM =
  /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:([^@\s/:]+)@)?(\[[0-9a-f:.]+\]|[^@\s/:[\]]+)(?::(\d{1,5}))?\/?$/i;

/** The parts of `ssh://user@host:port`; undefined for an address alone, and for what is not an address. */
export function hostAddress(text: string): HostAddress | undefined {
  const [, user, host, port] = FORM.exec(text) ?? [];
  if (host === undefined || host === text) return undefined;
  const hostname = host.replace(/^\[(.*)\]$/, '$1');
  return {
    hostname,
    ...(user !== undefined && { user }),
    ...(port !== undefined && { port: Number(port) }),
  };
}
