/**
 * Does work after the answers that are ready have been written, so no client waits for them: the connection writes an
 * answer in the second turn of the event loop after its handler has returned.
 */
export function afterAnswers(work: () => void): void {
  setImmediate(() => setImmediate(() => setImmediate(work)));
}
