import { InputError } from '../../agents/input';
import { TOOLS, type ToolHost } from '../../agents/tools';
import { uriOf } from '../../disk/uris';
import { Analysis, english, releaseInUse, type Environment, type TextSource } from '../../language';
import { cancellable } from '../handler';
import type { Session } from '../session';

/** Serves the tools for coding agents to a client that offers them (`dstack/tool`). */
export function serveAgents(session: Session): void {
  const host = hostOf(session);
  session.connection.onRequest(
    'dstack/tool',
    cancellable(session, 'dstack/tool', null, (asked: { name: string; input?: unknown }) => {
      const tool = TOOLS.find(({ name }) => name === asked.name);
      if (!tool) return session.refusal('There is no such tool.', 'InvalidParams');
      try {
        return { result: tool.answer(asked.input, host) };
      } catch (error) {
        // The model can correct its input.
        if (error instanceof InputError) return { error: error.message };
        throw error;
      }
    }),
  );
}

/** The files of the workspace, as they are in the editor if they are open there. */
function hostOf(session: Session): ToolHost {
  const { documents, workspace, releases } = session;
  const uriAt = (given: string): string => {
    const path = given.replaceAll('\\', '/');
    if (/^(?:\/|[a-zA-Z]:\/)/.test(path)) return uriOf(path);
    const ending = `/${path.replace(/^\.\//, '')}`;
    const uris = [...(workspace?.index.all() ?? [])].map(({ uri }) => uri);
    return uris.find((uri) => decodeURIComponent(uri).endsWith(ending)) ?? `untitled:${path}`;
  };
  const environmentAt = (uri: string, version: string | undefined): Environment => {
    // Models get the same answers from everybody.
    const environment = { ...releases.environmentOf(uri), translate: english };
    if (version === undefined) return environment;
    return { ...environment, release: releaseInUse({ setting: version }) };
  };
  const analysed = (source: TextSource, version: string | undefined) =>
    new Analysis(source, environmentAt(source.uri, version));
  return {
    analysisOf: (text, filename, version) =>
      analysed({ uri: uriAt(filename ?? '.dstack.yml'), text }, version),
    fileAt(path, version) {
      const uri = uriAt(path);
      const text = documents.get(uri)?.getText();
      const source = text === undefined ? workspace?.analyse(uri)?.source : { uri, text };
      if (!source) throw new InputError(`${path} is not a dstack file of the workspace.`);
      return analysed(source, version);
    },
    environment: (version) => environmentAt('untitled:', version),
  };
}
