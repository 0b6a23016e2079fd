// What the benchmarks compare with: yaml-language-server with the JSON schemas that dstack publishes. Both are
// installed on first use in the user's cache folder.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { obtainNode, obtainPackage, once } from './cache.mjs';
import { obtainPython, PYTHON_FOLDER } from './python.mjs';

const VERSION = '2.0.0';

/** What dstack's release workflow runs for each of the schemas. */
const MODELS = {
  configuration: 'configurations.DstackConfiguration',
  profiles: 'profiles.ProfilesConfig',
};

/** The Node that both servers run under, the module of the rival, and the paths of dstack's schemas. */
export function obtainYamlLanguageServer() {
  const folder = obtainPackage('yaml-language-server', VERSION);
  return {
    node: obtainNode(),
    module: join(folder, 'node_modules/yaml-language-server/bin/yaml-language-server'),
    schemas: obtainSchemas(),
  };
}

function obtainSchemas() {
  const python = obtainPython();
  if (!python) throw new Error("Without Python there are no JSON schemas of dstack's.");
  const folder = once(PYTHON_FOLDER.replace('python', 'schemas'), (made) => {
    for (const [name, model] of Object.entries(MODELS)) {
      writeFileSync(join(made, `${name}.json`), schemaOf(python, model));
    }
  });
  return Object.fromEntries(
    Object.keys(MODELS).map((name) => [name, join(folder, `${name}.json`)]),
  );
}

function schemaOf(python, model) {
  const [module, name] = model.split('.');
  const code = `import json; from dstack._internal.core.models.${module} import ${name}; print(json.dumps(${name}.model_json_schema()))`;
  const { status, stdout, stderr } = spawnSync(python, ['-c', code], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`dstack gives no JSON schema: ${stderr}`);
  return stdout;
}
