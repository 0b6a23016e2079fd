import { counted } from '../base/words';
import type { PresetModel } from '../shorthand/preset';
import * as python from '../python/python';
import { code } from './markdown';

/** The model that a preset is for. */
export function explainPresetModel({ repo }: PresetModel): string {
  return `Serves exactly the model ${code(repo)}.`;
}

/** The dataset that requests are taken from. */
export function explainDataset(name: string): string {
  return `Measures with the requests of the dataset ${code(name)}.`;
}

/** How long a prompt is. */
export function explainPrompt(text: string): string {
  return `${counted(python.length(text), 'character')} of at most 10,000 that the agent is told besides.`;
}
