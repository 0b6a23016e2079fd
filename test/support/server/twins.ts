import assert from 'node:assert/strict';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { changed } from '../../../tools/fuzz/changes';
import { inUtf8, positionInUtf8, rangeInUtf8 } from './in-utf8';
import type { Place } from './requests';
import { ServerProcess, type Answer } from './server-process';

type Params = (place: Place) => object;

/** Two built servers with the same session: the client of one counts in UTF-16, that of the other in UTF-8. */
export class Twins {
  private readonly open = new Map<string, string>();
  private version = 1;

  private constructor(
    readonly utf16: ServerProcess,
    readonly utf8: ServerProcess,
    private readonly textOnDisk: (uri: string) => string | undefined,
  ) {}

  /** Starts both, and resolves when they know the files of the folder. */
  static async start(
    capabilities: object,
    folderUri?: string,
    textOnDisk: (uri: string) => string | undefined = () => undefined,
  ): Promise<Twins> {
    const start = async (...positionEncodings: string[]) => {
      const server = await ServerProcess.start(
        { ...capabilities, general: { positionEncodings } },
        {
          workspaceFolders: folderUri === undefined ? null : [{ uri: folderUri, name: 'w' }],
          initializationOptions: { commands: true },
        },
      );
      await server.request('dstack/checkWorkspace', {});
      return server;
    };
    const [utf16, utf8] = await Promise.all([start('utf-16', 'utf-8'), start('utf-8', 'utf-16')]);
    return new Twins(utf16, utf8, textOnDisk);
  }

  async stop(): Promise<void> {
    await Promise.all([this.utf16.stop(), this.utf8.stop()]);
  }

  readonly textOf = (uri: string): string | undefined => this.open.get(uri) ?? this.textOnDisk(uri);

  openIn(uri: string, text: string): void {
    this.open.set(uri, text);
    this.utf16.open(uri, text);
    this.utf8.open(uri, text);
  }

  /** Changes a document, by changes in UTF-16 of which each is in the text that those before it have made. */
  change(uri: string, changes: readonly TextDocumentContentChangeEvent[]): string {
    let text = this.open.get(uri) ?? '';
    const translated: TextDocumentContentChangeEvent[] = [];
    for (const change of changes) {
      translated.push(
        'range' in change ? { ...change, range: rangeInUtf8(text, change.range) } : change,
      );
      text = changed(text, change);
    }
    this.open.set(uri, text);
    const textDocument = { uri, version: ++this.version };
    this.utf16.notify('textDocument/didChange', { textDocument, contentChanges: changes });
    this.utf8.notify('textDocument/didChange', { textDocument, contentChanges: translated });
    return text;
  }

  /** Asks both about the same place. */
  async ask(method: string, params: Params, place: Place): Promise<readonly [Answer, Answer]> {
    const text = this.textOf(place.uri) ?? '';
    return Promise.all([
      this.utf16.request(method, params(place)),
      this.utf8.request(
        method,
        params({
          uri: place.uri,
          position: positionInUtf8(text, place.position),
          range: rangeInUtf8(text, place.range),
        }),
      ),
    ]);
  }

  /** Fails unless both answer the same; resolves to whether the positions differ. */
  async compare(method: string, params: Params, place: Place): Promise<boolean> {
    const [one, other] = await this.ask(method, params, place);
    const at = `${method} ${place.uri} ${JSON.stringify(place.position)}`;
    return this.checkSame(one, other, place.uri, at);
  }

  /** The same for what they have said about a document. */
  checkSame(one: unknown, other: unknown, uri: string, what: string): boolean {
    const said = content(one);
    const expected = inUtf8(said, uri, this.textOf);
    assert.deepEqual(content(other), expected, what);
    return JSON.stringify(said) !== JSON.stringify(expected);
  }
}

/** What is not true of one server alone: neither times nor the ids of answers. */
function content(said: unknown): unknown {
  const own = ['milliseconds', 'id', 'resultId'];
  const json = JSON.stringify(said, (key, value: unknown) => (own.includes(key) ? '' : value));
  return JSON.parse(json) as unknown;
}
