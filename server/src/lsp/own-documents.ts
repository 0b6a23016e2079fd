import { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isConfiguration } from '../disk/configuration';
import type { Units } from './positions/encoding';
import { textSync } from './text-sync';

/** A `type` that is dstack's, at the beginning of a line. */
const TYPE =
  /^type:[ \t]*["']?(?:dev-environment|task|service|fleet|gateway|volume|preset)["']?[ \t]*(?:#|$)/m;

/** Properties of other programs' files, which may have such a `type` as well. */
const OTHERS = /^(?:apiVersion|kind|\$schema|openapi|swagger):/m;

/** Characters of a text that are looked at. */
const LOOKED_AT = 20_000;

/**
 * The open documents that are dstack's. Many clients have no language `dstack`, and open every file of YAML: the others
 * are as if they were not open. A document stays dstack's until it is closed, whatever is typed in it.
 */
export class OwnDocuments extends TextDocuments<TextDocument> {
  private readonly own = new WeakSet<TextDocument>();

  constructor(units: Units) {
    super(textSync(units));
  }

  override get(uri: string): TextDocument | undefined {
    const document = super.get(uri);
    return document && this.isOwn(document) ? document : undefined;
  }

  override all(): TextDocument[] {
    return super.all().filter((document) => this.isOwn(document));
  }

  private isOwn(document: TextDocument): boolean {
    if (this.own.has(document)) return true;
    const isOwn = isDstack(document);
    if (isOwn) this.own.add(document);
    return isOwn;
  }
}

/** Whether a document is dstack's: by the language that the client says, by its name, or by its `type`. */
function isDstack(document: TextDocument): boolean {
  // Some clients join several: `yaml.dstack`.
  if (/(?:^|\W)dstack(?:\W|$)/i.test(document.languageId)) return true;
  if (isConfiguration(document.uri)) return true;
  const start = document.getText().slice(0, LOOKED_AT);
  return TYPE.test(start) && !OTHERS.test(start);
}
