import * as vscode from 'vscode';
import type { LanguageClient } from './client';

/** The tools that package.json contributes, by the names that the server has for them. */
const NAMES = [
  'check_configuration',
  'describe_property',
  'expand_configuration',
  'list_starters',
] as const;

/** What VS Code has since 1.95; the extension runs in older ones as well. */
interface Newer {
  readonly lm?: {
    readonly registerTool?: (
      name: string,
      tool: {
        invoke(
          options: { readonly input: unknown },
          token: vscode.CancellationToken,
        ): Promise<unknown>;
      },
    ) => vscode.Disposable;
  };
  readonly LanguageModelToolResult?: new (parts: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (text: string) => unknown;
}

/** What the server answers to `dstack/tool`. */
interface Answer {
  readonly result?: unknown;
  readonly error?: string;
}

/** Offers the tools for coding agents to VS Code's chat, if this VS Code has tools. */
export function registerAgentTools(client: LanguageClient): vscode.Disposable {
  const { lm, LanguageModelToolResult: Result, LanguageModelTextPart: Text } = vscode as Newer;
  const register = lm?.registerTool;
  if (!register || !Result || !Text) return new vscode.Disposable(() => undefined);
  const tools = NAMES.map((name) =>
    register(`dstack_${name}`, {
      async invoke({ input }, token) {
        const answer = await client.sendRequest<Answer | null>(
          'dstack/tool',
          { name, input },
          token,
        );
        if (answer?.result === undefined)
          throw new Error(
            answer?.error ?? vscode.l10n.t('The tool has failed: the output of dstack says why.'),
          );
        return new Result([new Text(JSON.stringify(answer.result, null, 2))]);
      },
    }),
  );
  return vscode.Disposable.from(...tools);
}
