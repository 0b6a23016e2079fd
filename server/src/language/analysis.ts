import { bind, type Bound } from './bind';
import type { NotUtf8 } from './encoding';
import { Failures } from './failures';
import type { Problem } from './problem';
import { SCHEMAS } from './schema';
import { suppress } from './suppression';
import { validate, type ConfigurationKind } from './validate';
import { emptySummary, summarise, type Summary } from './workspace/summary';
import { findPair, resolveAlias } from './yaml/node';
import { parse } from './yaml/parse';
import { Slots } from './yaml/slot';
import type { Tree } from './yaml/tree';

/** A text document, as much of it as the language service needs. */
export interface TextSource {
  readonly uri: string;
  readonly text: string;
  /** Where the text was read from bytes that are not UTF-8. */
  readonly notUtf8?: NotUtf8;
}

/** More problems than anybody reads; what is past them is left out, so that a hostile file stays cheap. */
const PROBLEM_LIMIT = 200;

/** What is known about one version of one document. Parts are made on first use and kept. */
export class Analysis {
  private boundPart: Bound | undefined;
  private allProblemsPart: readonly Problem[] | undefined;
  private problemsPart: readonly Problem[] | undefined;
  private slotsPart: Slots | undefined;
  private summaryPart: Summary | undefined;
  readonly tree: Tree;
  readonly kind: ConfigurationKind;
  /** What threw in its parts, and in what was asked about it. */
  readonly failures = new Failures();

  constructor(readonly source: TextSource) {
    this.tree = parse(source.text, source.notUtf8);
    this.kind = kindOf(source.uri, this.tree);
  }

  get bound(): Bound {
    return (this.boundPart ??= bind(this.tree.root, SCHEMAS[this.kind]));
  }

  /** As many as anybody reads, in the order in which they are found. */
  get problems(): readonly Problem[] {
    return (this.problemsPart ??= this.allProblems.slice(0, PROBLEM_LIMIT));
  }

  get allProblems(): readonly Problem[] {
    return (this.allProblemsPart ??= this.check());
  }

  /** Where a cursor is, in unfinished text too. */
  get slots(): Slots {
    return (this.slotsPart ??= new Slots(this.tree));
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
    const { root, text, broken, problems } = this.tree;
    // A text that is no YAML has one mistake for sure; what would follow from it is guessing.
    const further =
      broken || !root ? [] : validate(root, text, this.bound, this.kind, this.failures);
    return suppress(this.tree, [...problems, ...further]);
  }
}

/**
 * dstack reads profiles from `.dstack/profiles.yml`. A file of another name counts as profiles when it has
 * `profiles` and no `type`, so that the command line can check copies.
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
