import type { TextSource } from '../../analysis';
import { visibleLine } from '../../base/visible';
import { counted, truncate } from '../../base/words';
import { codeUpTo, fenced, plain } from '../../meaning/markdown';
import { isBefore, isUnknownRelease } from '../../release/version';
import type { Workspace } from '../../workspace/workspace';
import { upgradeChanges, type UpgradeChange, type UpgradeFix } from './changes';

/** Changes that are listed, more than a pull request is read for; others are counted. */
const MOST_CHANGES = 1000;

/** Changes with a fix: to try fixes takes longer than to check files. */
const MOST_FIXES = 200;

/** Lines of a fix that are shown on each side, and characters of a line. A longer fix is only named. */
const MOST_LINES = 12;
const LONGEST_LINE = 200;

/** Characters of a path. */
const LONGEST_PATH = 1000;

const WORDS: Readonly<Record<UpgradeChange['kind'], string>> = {
  breaks: 'Rejected now',
  read: 'Read differently until now, now rejected',
  default: 'Read differently now',
  deprecated: 'Deprecated',
  accepted: 'Rejected until now, now accepted',
  unreadable: 'Not valid YAML, so it cannot be compared',
};

/** The answer to `dstack/upgrade`: the releases, the report in Markdown, and the numbers of files in it. */
export interface UpgradeAnswer {
  readonly from: string;
  readonly to: string;
  readonly report: string;
  readonly files: number;
  /** How many of them the newer release rejects. */
  readonly breaks: number;
}

/** Collects, file by file, what an upgrade of dstack changes, as Markdown for a pull request. */
export class UpgradeReport {
  private readonly sections: string[] = [];
  private files = 0;
  private breaks = 0;
  private listed = 0;
  private unlisted = 0;

  /** Both are releases such as `0.20.29`. */
  constructor(
    private readonly from: string,
    private readonly to: string,
  ) {}

  /** Adds a file. `path` is the one that the report has; `workspace` may have its profiles. */
  add(path: string, source: TextSource, workspace?: Workspace): void {
    const changes = upgradeChanges(source, this.from, this.to, workspace);
    this.files++;
    if (changes.some(({ kind }) => kind === 'breaks' || kind === 'read')) this.breaks++;
    if (changes.length === 0) return;
    const shown = changes.slice(0, MOST_CHANGES - this.listed);
    this.unlisted += changes.length - shown.length;
    const known = new Set<string>();
    const items = shown.map((one) => item(one, this.listed++ < MOST_FIXES, known));
    this.sections.push(`### ${codeUpTo(LONGEST_PATH, visibleLine(path))}\n\n${items.join('\n')}`);
  }

  end(): UpgradeAnswer {
    const { from, to, files, breaks, unlisted, sections } = this;
    const name = isBefore(to, from) ? 'Downgrade' : 'Upgrade';
    const parts = [
      `## ${name} from dstack ${from} to ${to}`,
      `${counted(files, 'file')}: ${breaks === 0 ? 'none' : String(breaks)} rejected now, nothing changes for ${String(files - sections.length)}.`,
      ...(isUnknownRelease(to)
        ? [`dstack ${to} is not known here: what it brought is not in this report.`]
        : []),
      ...sections,
      ...(unlisted > 0 ? [`${counted(unlisted, 'more change')} not listed.`] : []),
    ];
    return { from, to, report: `${parts.join('\n\n')}\n`, files, breaks };
  }
}

/** @param known the fixes of the file that have been shown */
function item(
  { kind, line, message, fix }: UpgradeChange,
  withFix: boolean,
  known: Set<string>,
): string {
  const text = visibleLine(plain(message.replace(/\s+/g, ' ')));
  const head = `- **${WORDS[kind]}**, line ${String(line)}: ${text}`;
  const found = withFix ? fix() : undefined;
  if (!found) return head;
  const identity = `${String(found.line)} ${found.title}`;
  const isKnown = known.has(identity);
  known.add(identity);
  return `${head}\n${isKnown ? nameOf(found) : fixBlock(found)}`;
}

function nameOf({ title }: UpgradeFix): string {
  return `  Fix: ${visibleLine(plain(title))}.`;
}

/** What to write instead, indented as a part of the item. */
function fixBlock(fix: UpgradeFix): string {
  const { removed, added } = fix;
  const name = nameOf(fix);
  if (Math.max(removed.length, added.length) > MOST_LINES) return name;
  const diff = [...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)];
  const block = fenced(
    diff.map((line) => visibleLine(truncate(line, LONGEST_LINE))).join('\n'),
    'diff',
  );
  return `${name}\n\n${block.replace(/^/gm, '  ')}\n`;
}
