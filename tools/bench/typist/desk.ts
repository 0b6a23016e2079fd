import type { ProtocolConnection, ServerCapabilities } from 'vscode-languageserver-protocol/node';
import { uriOf, type Sample } from '../../../test/support/oracle/corpus';
import { delaysOf, type Delay } from './delay';
import { Editor } from './editor';
import { LspServer, type TypingServer } from './server';
import { Tokenizer } from './tokens';

/** A language server, and an editor for the files that it knows. */
export class Desk {
  private documents = 0;

  private constructor(
    private readonly server: TypingServer,
    private readonly language: string,
    private readonly tokenizer: Tokenizer,
  ) {}

  /** `language` is `dstack` or `yaml`. */
  static async at(
    connection: ProtocolConnection,
    capabilities: ServerCapabilities,
    language: string,
  ): Promise<Desk> {
    const server = new LspServer(connection, capabilities);
    return new Desk(server, language, await Tokenizer.load(language));
  }

  /**
   * Opens a file of the kind of `sample` with the text `text`, and closes it after `use`. Each has its own URI:
   * yaml-language-server confuses documents with the same one.
   */
  async edit<T>(
    { kind }: Sample,
    text: string,
    delay: Delay,
    use: (editor: Editor) => Promise<T>,
  ): Promise<T> {
    this.documents++;
    const uri = uriOf(kind).replace('/w/', `/w/${String(this.documents)}/`);
    const { server, language, tokenizer } = this;
    const editor = await Editor.open({
      server,
      tokenizer,
      language,
      uri,
      text,
      delay: delaysOf(delay, this.documents),
    });
    const result = await use(editor);
    editor.escape();
    await server.close();
    return result;
  }
}
