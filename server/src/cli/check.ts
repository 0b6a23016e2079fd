import {
  Analysis,
  DSTACK_VERSION,
  english,
  environmentOf,
  isUnknownRelease,
  releaseIn,
  releaseInUse,
  t,
  type Environment,
  type Pin,
  type Text,
  type Translate,
} from '../language';
import { UNLIMITED } from '../language/base/time-budget';
import { fixesFor } from '../language/fixes';
import { reasonOf } from './failure';
import { configurationFiles, noConfigurations } from './files';
import {
  comparedOf,
  emptyFile,
  findingsBetween,
  findingsOf,
  type Compared,
  type Finding,
} from './findings';
import { fixFile, fixSummary, untouched, type FixedFile } from './fix';
import { FOR_PEOPLE, FORMATS } from './formats';
import { hasColors } from './formats/colors';
import { checkoutIn } from './formats/relative-path';
import { translateOf } from './locale';
import type { CheckOptions } from './options';
import type { Output } from './output';
import { printedLine, printedPath } from './printed';
import { Progress } from './progress';
import { readSource, type Source } from './source';
import { Surroundings } from './surroundings';

/** Problems that get fixes in a report: to try them takes longer than to check files. Not all formats have them. */
const WITH_FIXES = 200;

/** Characters of a file for which its problems count once: each fix that is tried checks the whole file again. */
const SHORT_FILE = 4000;

/** Problems that are reported, more than anybody reads; others are counted. A folder can have millions. */
const MOST_FINDINGS = 50_000;

const WITHOUT_FIXES: readonly CheckOptions['format'][] = ['text', 'github', 'gitlab'];

/** Checks files, fixes them if this is wanted, reports what is left, and gives the exit code. */
export function check(options: CheckOptions, output: Output): 0 | 1 | 2 {
  const { paths, fix } = options;
  const translate = translateOf(output);
  const release = releaseIn(options.dstackVersion ?? '');
  if (release !== undefined && isUnknownRelease(release))
    output.err(`${translate(newerRelease(release))}\n`);
  const checked = new CheckedFiles(options, output);
  const progress = new Progress(output);
  for (const found of configurationFiles(paths, options.exclude, options.stdinFilename)) {
    progress.next();
    if ('note' in found) output.err(`${printedPath(found.path)}: ${translate(found.note)}\n`);
    else if ('failure' in found) checked.fail(found.path, found.failure);
    else checked.check(found.path, found.target);
  }
  progress.end();
  const { findings, files, fixed } = checked.end();
  if (files === 0 && !checked.failed && !options.allowEmpty) {
    output.err(`${translate(noConfigurations(paths))}\n`);
    return 2;
  }
  const shown = options.quiet ? findings.filter(isError) : findings;
  // Standard output has the fixed text or the diff, so it can be piped on.
  const isTaken = fix === 'diff' ? isForPeople(options) : fix && paths.includes('-');
  const toReport = (text: string) => (isTaken ? output.err(text) : output.out(text));
  toReport(
    FORMATS[options.format](shown, files, {
      all: findings,
      colors: hasColors(options.color, output),
      package: output.package,
      checkout: checkoutIn(output.env),
      translate,
    }),
  );
  if (checked.unlisted > 0)
    output.err(`${translate(t('{0} more problems are not listed.', checked.unlisted))}\n`);
  if (fix) {
    const summary = fixSummary(fixed, fix, translate);
    if (isForPeople(options)) toReport(summary);
    // Formats for programs have no place for it.
    else if (!isTaken) output.err(summary);
  }
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const isTooMuch = warnings > options.maxWarnings;
  if (isTooMuch) output.err(`${translate(tooManyWarnings(warnings, options.maxWarnings))}\n`);
  if (checked.failed) return 2;
  const hasError = findings.some(isError) || checked.hasUnlistedError;
  return hasError || isTooMuch ? 1 : 0;
}

function isForPeople({ format }: CheckOptions): boolean {
  return FOR_PEOPLE.includes(format);
}

function newerRelease(release: string): Text {
  return t(
    'dstack {0} is newer than the releases known here: checked as dstack {1}; unknown properties and values are warnings.',
    release,
    DSTACK_VERSION,
  );
}

function tooManyWarnings(warnings: number, most: number): Text {
  return warnings === 1
    ? t('There is 1 warning; at most {0} are allowed (--max-warnings).', most)
    : t('There are {0} warnings; at most {1} are allowed (--max-warnings).', warnings, most);
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

/** The files that are checked by one command. */
class CheckedFiles {
  failed = false;
  private readonly surroundings: Surroundings;
  private readonly translate: Translate;
  private readonly environment: Environment;
  /** The environments with the releases that projects pin. */
  private readonly pinned = new Map<string, Environment>();
  /** How many problems are not among the findings, and whether errors are. */
  unlisted = 0;
  hasUnlistedError = false;
  private listed = 0;
  private readonly alone = new Map<string, readonly Finding[]>();
  private readonly compared: Compared[] = [];
  private readonly fixed: { file: string; result: FixedFile }[] = [];
  private fixesLeft: number;

  constructor(
    private readonly options: CheckOptions,
    private readonly output: Output,
  ) {
    this.surroundings = new Surroundings(options.paths);
    const setting = options.dstackVersion === 'auto' ? undefined : options.dstackVersion;
    const release = releaseInUse({ setting });
    this.translate = translateOf(output);
    // The formats for programs are in English.
    const translate = isForPeople(options) ? this.translate : english;
    this.environment = environmentOf({ workspace: this.surroundings, release, translate });
    this.fixesLeft = WITHOUT_FIXES.includes(options.format) ? 0 : WITH_FIXES;
  }

  fail(path: string, reason: Text): void {
    this.failed = true;
    this.output.err(`${printedPath(path)}: ${printedLine(this.translate(reason))}\n`);
  }

  check(path: string, target: string): void {
    try {
      const source = readSource(path, target, this.options.stdinFilename);
      const analysis = new Analysis(source, this.environmentOf(source.uri));
      const result = this.options.fix && this.fix(source, analysis);
      if (result) this.fixed.push({ file: source.file, result });
      const last = result?.analysis ?? analysis;
      const findings = emptyFile(source.file, last) ?? findingsOf(source.file, last, this.fixesOf);
      this.list(source.file, findings);
      this.surroundings.add(source.file, source.uri);
      this.surroundings.index.put(last.summary);
      if (last.summary.excluded.length > 0) this.readProfiles(source.uri);
      this.compared.push(comparedOf(source.file, last));
      for (const text of thrownBy(analysis, result?.analysis)) this.fail(path, text);
    } catch (error) {
      this.fail(path, reasonOf(error));
    }
  }

  /** The profiles decide about what a file sets, also if they are not checked themselves. */
  private readProfiles(uri: string): void {
    const { index } = this.surroundings;
    const found = this.surroundings.profiles(uri);
    if (found && !index.get(found.uri))
      index.put(new Analysis(found, this.environmentOf(found.uri)).summary);
  }

  /** The environment of a file: its project's pin decides, as in editors, unless a release is given. */
  private environmentOf(uri: string): Environment {
    const { dstackVersion = 'auto' } = this.options;
    const pin = dstackVersion === 'auto' ? this.surroundings.pins.of(uri) : undefined;
    if (!pin) return this.environment;
    const key = `${pin.version} ${pin.file}`;
    const known = this.pinned.get(key);
    if (known) return known;
    const environment = { ...this.environment, release: releaseInUse({ pin }) };
    this.pinned.set(key, environment);
    this.tellOf(pin, environment.release.version);
    return environment;
  }

  private tellOf(pin: Pin, release: string): void {
    if (!isForPeople(this.options) || this.options.quiet || release === DSTACK_VERSION) return;
    const text = t('Checked as dstack {0}, which {1} pins.', release, printedPath(pin.file));
    this.output.err(`${this.translate(text)}\n`);
  }

  private list(file: string, findings: readonly Finding[]): void {
    const listed = findings.slice(0, MOST_FINDINGS - this.listed);
    this.listed += listed.length;
    this.alone.set(file, listed);
    const others = findings.slice(listed.length);
    this.unlisted += others.length;
    this.hasUnlistedError ||= others.some(isError);
  }

  /** All findings, file by file, with those between files. */
  end() {
    const { surroundings } = this;
    // Without a folder, other files can define the names.
    surroundings.index.complete = surroundings.hasFolder;
    const findings = this.compared.flatMap((one) => {
      const others = findingsBetween(one, surroundings, (uri) => surroundings.pathOf(uri));
      const own = this.alone.get(one.file) ?? [];
      return others.length === 0 ? own : [...own, ...others].sort((a, b) => a.line - b.line);
    });
    return { findings, files: this.compared.length, fixed: this.fixed };
  }

  private readonly fixesOf: typeof fixesFor = (analysis, problem) => {
    if (this.fixesLeft <= 0) return [];
    this.fixesLeft -= Math.max(1, analysis.source.text.length / SHORT_FILE);
    const wanted = this.options.format === 'json' ? 'all' : 'preferred';
    return fixesFor(analysis, problem, UNLIMITED, wanted);
  };

  /** The result for a file after it was fixed, or could not be; undefined if it is not to be fixed. */
  private fix(source: Source, analysis: Analysis): FixedFile | undefined {
    const { fix } = this.options;
    if (!fix) return undefined;
    const { out, err } = this.output;
    try {
      // A program reads the report from standard output.
      const diff = isForPeople(this.options) ? out : err;
      return fixFile(source, analysis, fix, { text: out, diff });
    } catch (error) {
      this.fail(source.file, t('was not fixed: {0}', reasonOf(error)));
      return untouched(analysis, 'unwritten');
    }
  }
}

/** One line for each check or fix that threw an exception, since its results are missing. */
function thrownBy(...analyses: readonly (Analysis | undefined)[]): readonly Text[] {
  const all = analyses.flatMap((analysis) => analysis?.failures.all ?? []);
  const texts = new Map(
    all.map(({ name, error }) => [`${name}: ${String(error)}`, { name, error }]),
  );
  return [...texts.values()].map(({ name, error }) => t('{0} failed: {1}', name, String(error)));
}
