import { bind, type Bound } from './coerce/bind';
import { coerce, type Coerced } from './coerce/coerce';
import type { NotUtf8 } from './yaml/encoding';
import { Failures } from './base/failures';
import { lookAlikeProblems, lookAlikesIn } from './yaml/look-alikes';
import { compareProblems } from './problem/compare';
import { problem, type Problem } from './problem/problem';
import { environmentOf, type Environment } from './environment';
import { schemasAt } from './release/at';
import { releaseOfComment, type ReleaseInUse } from './release/in-use';
import { applyEdits, offsetAfter, type Edit } from './edit/edit';
import { suppress } from './validate/suppression';
import { validate, type ConfigurationKind } from './validate';
import { emptySummary, summarise, type Summary } from './workspace/summary';
import { findPair, resolveAlias } from './yaml/node';
import { documentAlone, documentsIn, type DocumentPart } from './yaml/documents';
import { MAX_TEXT_LENGTH, parse } from './yaml/parse';
import type { Schema } from './schema/schema';
import type { Tree } from './yaml/tree';

/** A text document, as much of it as the language service needs. */
export interface TextSource {
  readonly uri: string;
  readonly text: string;
  /** Set if the text was read from bytes that are not UTF-8. */
  readonly notUtf8?: NotUtf8;
}

/** Maximum number of problems that are listed; further ones are counted, so a hostile file stays cheap. */
const PROBLEM_LIMIT = 200;

/** So many documents of a text are looked at, each as a text as long as the whole; of a very long text fewer. */
const MOST_DOCUMENTS = 20;
const MOST_DOCUMENT_TEXT = 4 * MAX_TEXT_LENGTH;

/** Everything that is known about one version of one document. Parts are computed on first use and kept. */
export class Analysis {
  private coercedPart: Coerced | undefined;
  private boundPart: Bound | undefined;
  private allProblemsPart: readonly Problem[] | undefined;
  private problemsPart: readonly Problem[] | undefined;
  private summaryPart: Summary | undefined;
  private documentsPart: readonly Analysis[] | undefined;
  private partsPart: readonly DocumentPart[] | undefined;
  readonly tree: Tree;
  readonly kind: ConfigurationKind;
  /** The release of dstack that judges it. */
  readonly release: ReleaseInUse;
  /** What threw in its parts, and in what was asked about it. */
  readonly failures = new Failures();

  constructor(
    readonly source: TextSource,
    readonly environment: Environment = environmentOf(),
  ) {
    this.tree = parse(source.text, source.notUtf8);
    this.kind = kindOf(source.uri, this.tree);
    this.release = releaseOfComment(this.tree) ?? environment.release;
  }

  /** The schema of the file as a whole, in its release. */
  get schema(): Schema {
    return schemasAt(this.release.version)[this.kind];
  }

  /** This file after some edits, which do not overlap. */
  edited(edits: readonly Edit[]): Analysis {
    return this.withText(applyEdits(this.source.text, edits));
  }

  /** This file with another text. */
  withText(text: string): Analysis {
    return new Analysis({ uri: this.source.uri, text }, this.environment);
  }

  get bound(): Bound {
    return (this.boundPart ??= bind(this.tree.root, this.schema));
  }

  /** The file in dstack's terms; undefined for a text that YAML does not read. */
  get coerced(): Coerced | undefined {
    const { root, broken } = this.tree;
    if (broken || !root) return undefined;
    return (this.coercedPart ??= coerce(root, this.bound.root, this.failures));
  }

  /** The problems up to the maximum, in the order in which they are found, and how many more there are. */
  get problems(): readonly Problem[] {
    return (this.problemsPart ??= listed(this.allProblems));
  }

  get allProblems(): readonly Problem[] {
    return (this.allProblemsPart ??= this.check());
  }

  /**
   * Each document of the text alone, with its places in the whole text. dstack reads files with one document only;
   * further documents can still be read, completed and moved. For a file with one document it is this analysis.
   */
  get documents(): readonly Analysis[] {
    return (this.documentsPart ??= this.apart());
  }

  /** The document around an offset. */
  documentAt(offset: number): Analysis {
    const { documents } = this;
    if (documents.length === 1) return this;
    const { parts } = this;
    const index = parts.findIndex(({ span }) => offset < span.end);
    return documents[index < 0 ? parts.length - 1 : index] ?? this;
  }

  private get parts(): readonly DocumentPart[] {
    return (this.partsPart ??= documentsIn(this.tree.text, this.tree.lines));
  }

  private apart(): readonly Analysis[] {
    const { text } = this.source;
    // Most files have no line that could separate documents.
    if (!/^(?:---|\.\.\.)/m.test(text) || text.length > MAX_TEXT_LENGTH) return [this];
    const { parts } = this;
    if (parts.length === 1) return [this];
    const most = Math.min(MOST_DOCUMENTS, Math.floor(MOST_DOCUMENT_TEXT / text.length));
    return parts.slice(0, most).map((part) => this.withText(documentAlone(text, part)));
  }

  /** What other files can know of this one. */
  get summary(): Summary {
    return (this.summaryPart ??= this.failures.attempt(
      'summary',
      () => summarise(this),
      emptySummary(this.source.uri),
    ));
  }

  private check(): readonly Problem[] {
    return suppress(this.tree, this.withLookAlikes(this.found()));
  }

  private found(): readonly Problem[] {
    const { coerced, bound, kind, failures } = this;
    const { root, text, problems } = this.tree;
    const release = this.release.version;
    // A text that is not YAML has one certain mistake; anything that follows from it is a guess.
    const further =
      root && coerced ? validate({ root, text, bound, coerced, kind, release }, failures) : [];
    return [...problems, ...further];
  }

  /** If characters that only look like YAML's cause errors, the characters at the places of these errors. */
  private withLookAlikes(found: readonly Problem[]): readonly Problem[] {
    const isError = ({ severity }: Problem) => severity === 'error';
    if (!found.some(isError) || /^[\0-\x7f]*$/.test(this.source.text)) return found;
    const lookAlikes = lookAlikesIn(this.tree);
    if (lookAlikes.length === 0) return found;
    const edits = lookAlikes.map(({ span, meant }) => ({ span, newText: meant }));
    const after = this.edited(edits);
    const { gone } = compareProblems(
      { text: this.source.text, problems: found.filter(isError) },
      { text: after.source.text, problems: after.found().filter(isError) },
      offsetAfter(edits),
    );
    if (gone.size === 0) return found;
    const kept = found.filter((one) => !gone.has(one));
    return [...lookAlikeProblems(this.source.text, lookAlikes), ...kept].sort(
      (a, b) => a.span.start - b.span.start,
    );
  }
}

function listed(problems: readonly Problem[]): readonly Problem[] {
  const [first, ...others] = problems.slice(PROBLEM_LIMIT);
  if (!first) return problems;
  const more = others.length === 0 ? '1 more is' : `${String(others.length + 1)} more are`;
  const message = `${String(PROBLEM_LIMIT)} problems are listed, and ${more} not.`;
  const end = problem('file-too-large', first.span, message, { severity: 'warning' });
  return [...problems.slice(0, PROBLEM_LIMIT), end];
}

/**
 * dstack reads profiles from `.dstack/profiles.yml`. A file of another name counts as profiles if it has `profiles` and
 * no `type`, so the command line can check copies.
 */
function kindOf(uri: string, tree: Tree): ConfigurationKind {
  if (/(^|\/)\.dstack\/profiles\.ya?ml$/.test(uri)) return 'profiles';
  // A text that is being typed is not read for that.
  if (tree.broken)
    return /^profiles:/m.test(tree.text) && !/^type:/m.test(tree.text)
      ? 'profiles'
      : 'configuration';
  const mapping = tree.root && resolveAlias(tree.root);
  if (mapping?.kind !== 'mapping') return 'configuration';
  return findPair(mapping, 'profiles') && !findPair(mapping, 'type') ? 'profiles' : 'configuration';
}
