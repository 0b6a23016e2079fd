import type { Table } from '../../../../support/check/rules';
import { yaml } from '../../../../support/yaml';

const NEEDED = yaml`
  trials: 1
  max_ttft: 1
  min_context_length: 1
  concurrency: 1
`;

export const preset: Table = {
  'zero as the model': {
    accepted: [`type: preset\nbase: m\nrepo: 0\n${NEEDED}`],
    refused: [
      `
type: preset
base: 0
#     ^ wrong-type: Expected the name of a model, but YAML reads this as a number
model: m
${NEEDED}`,
    ],
  },
  'required for creation': {
    accepted: [`type: preset\nbase: m\n${NEEDED}`],
    refused: [
      `
type: preset
#^^^^^^^^^^^ missing-key: \`trials\`, \`max_ttft\`, \`min_context_length\` and \`concurrency\` are missing
base: m
`,
      `
type: preset
#^^^^^^^^^^^ missing-key: \`concurrency\` is missing
base: m
trials: 1
max_ttft: 1
min_context_length: 1
concurrency: null
`,
      `
type: preset
base: m
trials: 1
max_ttft: 1
min_context_length: 1
concurency: 1
#^^^^^^^^^ unknown-key
`,
    ],
    warned: [
      `
type: preset
#^^^^^^^^^^^ missing-key: \`trials\` is missing: set it here, or pass it to each \`dstack apply\` with \`--trials N\`
base: m
max_ttft: 1
min_context_length: 1
concurrency: 1
`,
    ],
  },
  'some fleet': {
    accepted: [`type: preset\nbase: m\n${NEEDED}fleets: [a]\n`],
    refused: [],
    warned: [
      `
type: preset
base: m
trials: 1
max_ttft: 1
min_context_length: 1
concurrency: 1
fleets: []
#       ^^ wrong-length: With an empty list, no fleet can create the preset
`,
    ],
  },
};
