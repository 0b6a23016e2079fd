import type { Answer, Handlers, Message, Method } from '../protocol';
import { describeAt, fixAllOf } from './actions';
import { analysisOf, environmentFor } from './analysis';
import { explain } from './pages';
import { problemsOf } from './problems';
import { suggestions } from './suggestions';
import {
  asRead,
  formatDocument,
  releaseAnswer,
  starters,
  whileTyping,
} from '../../../server/src/language';

/** Entry of `worker.js`: answers the calls of the page. */
const HANDLERS: Handlers = {
  check: ({ typedAt, ...source }) => {
    const analysis = analysisOf(source);
    return {
      problems: problemsOf(analysis, typedAt && whileTyping(analysis, typedAt)),
      resolved: asRead(analysis),
      release: releaseAnswer(analysis, analysis.environment.translate),
    };
  },
  complete: (params) => suggestions(analysisOf(params), params),
  describe: (params) => describeAt(analysisOf(params), params.position),
  fixAll: (source) => fixAllOf(analysisOf(source)),
  format: (source) => formatDocument(analysisOf(source), { options: { tabSize: 2 } }),
  explain: ({ code }) => explain(code),
  starters: ({ release }) => starters(environmentFor(release)).starters,
};

addEventListener('message', ({ data }: MessageEvent<Message>) => {
  postMessage(answerTo(data));
});

function answerTo<M extends Method>({ id, method, params }: Message<M>): Answer {
  try {
    return { id, result: HANDLERS[method](params) };
  } catch (error) {
    return { id, error: String(error) };
  }
}
