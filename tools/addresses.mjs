// Where the project is published. `repository` in package.json is the one place where its owner sets this.
import { readFileSync } from 'node:fs';

/** The owner in the address until the project has one. No account of GitHub can have an underscore in its name. */
const NOT_SET = 'https://github.com/NOT_SET/';

/** Whether a repository is set, and not the neutral value. */
export function hasRepository({ repository } = manifestOfProject()) {
  return !repository.startsWith(NOT_SET);
}

/** What package manifests say about the repository; without one only the neutral value, which vsce requires. */
export function addresses({ repository } = manifestOfProject()) {
  if (!hasRepository({ repository })) return { repository: { type: 'git', url: repository } };
  return {
    repository: { type: 'git', url: `${repository}.git` },
    bugs: { url: `${repository}/issues` },
    homepage: `${repository}#readme`,
  };
}

function manifestOfProject() {
  return JSON.parse(readFileSync('package.json', 'utf8'));
}
