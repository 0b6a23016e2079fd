/** The program dist/live.js, which is loaded when the user connects to a dstack server. Only `openLive` needs VS Code. */
import type { Live } from './editor';
import type { Host } from './editor/host';

export { connectionsOf, safetyOf } from './connection';
export { factsOf } from './facts';
export { LiveFailure, messageOf } from './failure';
export { LogCleaner } from './logs/clean';
export { LogReader } from './logs/follow';
export { ALLOWED_PATHS } from './paths';
export { applied, editFor } from './plan/edit';
export { refusalsIn } from './plan/place';
export { reportOf } from './plan/report';
export { planLines } from './plan/text';
export { Requests } from './request';
export { Server } from './server';

/** The part that shows it in VS Code, which is loaded here: the rest runs in Node alone. */
export async function openLive(host: Host): Promise<Live> {
  const editor = await import('./editor');
  return new editor.Live(host);
}
