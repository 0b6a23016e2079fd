import { t } from '../language';
import { exportSchema, SCHEMAS } from '../language/schema';
import { alternative, tagsOf } from '../language/schema/variant';
import { translateOf } from './locale';
import type { Output } from './output';
import { printedLine } from './printed';

/** Prints the JSON Schema of what people write: of all configurations, of profiles, or of one type of configuration. */
export function schema(name: string | undefined, output: Output): 0 | 2 {
  const { configuration, profiles } = SCHEMAS;
  const whole = new Map([
    ['configuration', configuration],
    ['profiles', profiles],
  ]);
  const chosen = whole.get(name ?? 'configuration') ?? alternative(configuration, name);
  if (!chosen) {
    const names = [...whole.keys(), ...tagsOf(configuration)].join(', ');
    const text = t('Unknown type: {0}. There are {1}.', name ?? '', names);
    output.err(`${printedLine(translateOf(output)(text))}\n`);
    return 2;
  }
  output.out(`${JSON.stringify(exportSchema(chosen, 'written'), null, 2)}\n`);
  return 0;
}
