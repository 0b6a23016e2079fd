import type { Session } from '../session';
import { taskOf } from './texts';

const MB = 1024 * 1024;

/**
 * How often a file of 400 lines is opened first: then the heap has its working size, which is not kept for the files.
 */
const WARM_UP = 200;

/**
 * The resident memory of a running server in MB, and how much it grows when the server opens, checks and closes
 * `cycles` further files of 400 lines. It is read when the server is idle.
 */
export async function growthOf(
  session: Session,
  languageId: string,
  cycles: number,
): Promise<{ readonly rest: number; readonly added: number }> {
  const text = taskOf(400);
  const openAndClose = async (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      const uri = `file:///w/cycle-${String(i)}.dstack.yml`;
      await session.open(uri, text, languageId);
      await session.diagnostics(uri);
      await session.close(uri);
    }
    await pause();
    return session.memory / MB;
  };
  const rest = await openAndClose(0, WARM_UP);
  const after = await openAndClose(WARM_UP, WARM_UP + cycles);
  return { rest, added: after - rest };
}

/** Milliseconds: our server gives memory back for the second time after eight seconds (`idle-memory.ts`). */
const REST = 10_000;

/** Resolves when a server without work is idle. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, REST));
}
