import { releaseInUse, type Environment } from '../../language';
import type { DiskWorkspace } from '../../disk/workspace';
import type { Settings } from '../settings';

/** What a session knows that decides on releases. */
interface Parts {
  readonly environment: Environment;
  readonly settings: Pick<Settings, 'version'>;
  readonly workspace?: DiskWorkspace;
}

/** The environments of files: that of the session, with the release of dstack that each file is judged by. */
export class Releases {
  private base: Environment | undefined;
  private readonly made = new Map<string, Environment>();
  private changed: () => void = () => undefined;

  /** @param configured the version of `initializationOptions`, for clients without settings */
  constructor(
    private readonly session: () => Parts,
    private readonly configured: string | undefined,
  ) {}

  /** The environment of a file. It is the same object as long as nothing in it has changed. */
  environmentOf(uri: string): Environment {
    const { environment, settings, workspace } = this.session();
    if (this.base !== environment) this.made.clear();
    this.base = environment;
    const release = releaseInUse({
      setting: settings.version ?? this.configured,
      server: environment.live?.serverVersion,
      pin: workspace?.pins.of(uri),
    });
    const key = JSON.stringify(release);
    const made = this.made.get(key) ?? { ...environment, release };
    this.made.set(key, made);
    return made;
  }

  /** Calls `listener` when the releases of files may have changed. */
  onChange(listener: () => void): void {
    this.changed = listener;
  }

  /** A file that can pin a release has changed. */
  pinsChanged(): void {
    this.session().workspace?.pins.forget();
    this.changed();
  }
}
