import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Question } from './ask-dstack';
import { repositoryPath } from '../repository';

/** The URI under which a file of this kind is opened in tests. */
export function uriOf(kind: Question['kind']): string {
  return kind === 'profiles' ? 'file:///w/.dstack/profiles.yml' : 'file:///w/.dstack.yml';
}

/** A real or written dstack file. */
export interface Sample {
  /** Relative path, for messages. */
  readonly name: string;
  readonly text: string;
  readonly kind: Question['kind'];
}

const CORPUS = repositoryPath('../shared/corpus');

/** The public files that were collected beside the repository; undefined if the collection does not exist. */
export function corpusSamples(): readonly Sample[] | undefined {
  const index = join(CORPUS, 'INDEX.tsv');
  if (!existsSync(index)) return undefined;
  const rows = readFileSync(index, 'utf8').trimEnd().split(/\r?\n/).slice(1);
  return rows.map((row) => {
    const [name = '', , , , , type] = row.split('\t');
    return sample(name, join(CORPUS, name), type === 'profiles' ? 'profiles' : 'configuration');
  });
}

/** The repository's own files in test/fixtures/`folder`; those of profiles have `profiles` in their name. */
export function fixtureSamples(folder: 'accepted' | 'refused'): readonly Sample[] {
  const path = repositoryPath('test/fixtures', folder);
  return readdirSync(path)
    .sort()
    .map((name) =>
      sample(
        `${folder}/${name}`,
        join(path, name),
        /profiles/.test(name) ? 'profiles' : 'configuration',
      ),
    );
}

function sample(name: string, path: string, kind: Sample['kind']): Sample {
  return { name, text: readFileSync(path, 'utf8'), kind };
}
