import { defined } from '../base/lookup';
import { t, type Text, type Translate } from '../l10n/text';
import type { ReleaseInUse, ReleaseSource } from '../release/in-use';
import { isBefore, isUnknownRelease, KNOWN_SERIES, OLDEST_RELEASE } from '../release/version';

/** The answer to `dstack/release`: the release of dstack that judges a file, and why. */
export interface ReleaseAnswer {
  readonly version: string;
  readonly source: ReleaseSource;
  /** Where that is said, in one to three words: `requirements.txt`; undefined for the newest release. */
  readonly where?: string;
  /** That the release is not known here, and what that means; undefined if it is known. */
  readonly note?: string;
  /** The series to choose from, the newest first. */
  readonly series: readonly string[];
}

const WHERE: Readonly<Record<ReleaseSource, Text | undefined>> = {
  comment: t('comment'),
  setting: t('setting'),
  server: t('connected server'),
  pin: undefined,
  newest: undefined,
};

/** The release of dstack that judges a file, or all files of an environment (our request `dstack/release`). */
export function releaseAnswer(
  { release }: { readonly release: ReleaseInUse },
  translate: Translate,
): ReleaseAnswer {
  const { version, source, file } = release;
  const place = WHERE[source];
  const where = file ?? (place && translate(place));
  const note = noteOn(version);
  return {
    version,
    source,
    ...defined({ where, note: note && translate(note) }),
    series: KNOWN_SERIES,
  };
}

function noteOn(version: string): Text | undefined {
  if (isUnknownRelease(version))
    return t('Newer than the releases known here: unknown properties and values are warnings.');
  return isBefore(version, OLDEST_RELEASE)
    ? t('Older than the releases known here: checked as dstack {0}.', OLDEST_RELEASE)
    : undefined;
}
