import type { LanguageClient } from 'vscode-languageclient/node';

/** The release of dstack whose rules the running server knows; undefined while none runs. */
export function dstackVersion(client: LanguageClient): string | undefined {
  const experimental: unknown = client.initializeResult?.capabilities.experimental;
  const { dstackVersion: found } = (experimental ?? {}) as { readonly dstackVersion?: unknown };
  return typeof found === 'string' ? found : undefined;
}
