import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** What this VS Code may have; the types are those of the oldest that is supported. */
interface Tools {
  readonly lm?: {
    readonly tools?: readonly { readonly name: string }[];
    readonly invokeTool?: (
      name: string,
      options: { input: object; toolInvocationToken: undefined },
    ) => Promise<{ readonly content: readonly { readonly value?: string }[] }>;
  };
}

export const AGENT_TESTS: Readonly<Record<string, () => Promise<void>>> = {
  'chat has the tools for agents, and one of them checks a text': async () => {
    const { lm } = vscode as Tools;
    if (!lm?.invokeTool) return;
    await vscode.extensions.getExtension('dstack-editor.dstack')?.activate();
    const names = lm.tools?.map(({ name }) => name).filter((name) => name.startsWith('dstack_'));
    assert.equal(names?.length, 4);
    const input = { text: 'type: task\ncomands: [ls]\n' };
    const { content } = await lm.invokeTool('dstack_check_configuration', {
      input,
      toolInvocationToken: undefined,
    });
    assert.match(content.map(({ value }) => value).join(), /"code": "unknown-key"/);
  },
};
