import { choices, type Completer, type NoteOf } from './completer';

const CONTAINER_PATHS = [
  '/data',
  '/root/.cache',
  '/root/.cache/huggingface',
  '/checkpoints',
  '/root/.cache/pip',
];
const INSTANCE_PATHS = ['/dstack-cache', '/mnt/data', '/root/.cache'];

/** Folders of the instance with a path in the container; after the first `:` paths in the container. */
export const completeMountPoint: Completer = (prefix) => {
  const [head] = /^(?:\/[^:]*|[a-z][a-z0-9-]{1,40}):/.exec(prefix) ?? [];
  if (head !== undefined) return choices(CONTAINER_PATHS, head);
  return choices(['/dstack-cache:/root/.cache', '/mnt/data:/data']);
};

/** What is mounted. */
export const noteOfMountPoint: NoteOf = (text) =>
  text.startsWith('/') ? 'instance folder' : 'network volume';

/** Places in the container that are often on a volume. */
export const completeMountPath: Completer = () => choices(CONTAINER_PATHS);

/** Folders of instances that are often mounted. */
export const completeInstancePath: Completer = () => choices(INSTANCE_PATHS);
