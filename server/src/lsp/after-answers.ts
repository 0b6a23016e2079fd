/**
 * Does work when the answers that are ready have been written, so that no client waits for one because of it: the
 * connection writes an answer in the second turn of the event loop after its handler has returned.
 */
export function afterAnswers(work: () => void): void {
  setImmediate(() => setImmediate(() => setImmediate(work)));
}
