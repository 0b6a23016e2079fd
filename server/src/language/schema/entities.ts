import type { ShorthandName } from '../shorthand';
import type { EntityKind } from './schema';

/** What is known about names of one kind. */
interface Entity {
  /** What it is called in a sentence. */
  readonly title: string;
  /** The grammar that its names follow, as in the schema of the property that declares it. */
  readonly grammar?: ShorthandName;
  /**
   * What happens when two files of a project declare the same name: `replaced`, applying one changes what the other
   * made; `variant`, the files describe the same thing in several ways, of which one is applied. Without it, names are
   * only known within one file.
   */
  readonly declaredTwice?: 'replaced' | 'variant';
}

export const ENTITIES: Readonly<Record<EntityKind, Entity>> = {
  fleet: { title: 'fleet', grammar: 'resource-name', declaredTwice: 'replaced' },
  gateway: { title: 'gateway', grammar: 'resource-name', declaredTwice: 'replaced' },
  group: { title: 'group', grammar: 'group-name' },
  preset: { title: 'preset', grammar: 'resource-name', declaredTwice: 'variant' },
  profile: { title: 'profile' },
  run: { title: 'run', grammar: 'resource-name', declaredTwice: 'variant' },
  volume: { title: 'volume', grammar: 'resource-name', declaredTwice: 'replaced' },
};
