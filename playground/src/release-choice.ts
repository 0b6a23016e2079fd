import type { ReleaseAnswer } from '../../server/src/language/features/release';
import { KNOWN_SERIES } from '../../server/src/language/release/version';
import { DSTACK_VERSION } from '../../server/src/language/schema/dstack-version';
import { byId, element } from './elements';

/** The choice of the version of dstack to check against. */
export class ReleaseChoice {
  private readonly select = byId('release', HTMLSelectElement);
  private readonly note = byId('release-note', HTMLElement);

  constructor(changed: () => void) {
    this.select.append(element('option', { value: '' }, [`newest known (${DSTACK_VERSION})`]));
    this.offer(KNOWN_SERIES);
    this.select.addEventListener('change', changed);
  }

  /** The chosen version; undefined for the newest that is known. */
  get chosen(): string | undefined {
    return this.select.value === '' ? undefined : this.select.value;
  }

  /** Chooses a version, also one that is not in the list. */
  choose(version: string | undefined): void {
    this.offer(version === undefined ? [] : [version]);
    this.select.value = version ?? '';
  }

  /** Shows which version a text was checked against. */
  show({ version, where, note }: ReleaseAnswer): void {
    const reason = where === undefined || where === 'setting' ? '' : ` (${where})`;
    this.note.textContent = `Checked against dstack ${version}${reason}. ${note ?? ''}`.trim();
  }

  private offer(versions: readonly string[]): void {
    const known = Array.from(this.select.options, ({ value }) => value);
    const added = versions.filter((version) => !known.includes(version));
    this.select.append(...added.map((version) => element('option', { value: version }, [version])));
  }
}
