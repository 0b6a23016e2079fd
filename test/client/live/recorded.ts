import { readFileSync } from 'node:fs';
import { repositoryPath } from '../../support/repository';

/** A recorded answer of a real server (`test/fixtures/live`), as JSON. */
export function recorded(name: string): unknown {
  return JSON.parse(readFileSync(repositoryPath('test/fixtures/live', `${name}.json`), 'utf8'));
}
