import { testRules } from '../../../support/check/rules';
import { yaml } from '../../../support/yaml';

/** What creating a preset needs besides. */
const needed = yaml`
  min_context_length: 8
  max_ttft: 8
  trials: 1
  concurrency: 1
`;

testRules({
  'the model': {
    accepted: [
      `type: preset\nbase: m\n${needed}`,
      `type: preset\nrepo: m\nbase: ""\n${needed}`,
      `type: preset\nmodel: m\nbase: null\n${needed}`,
      `type: preset\nrepo: m\nmodel: null\n${needed}`,
      `type: preset\nmodel: {repo: m, name: n}\n${needed}`,
      `type: preset\nmodel: {base: m}\n${needed}`,
      // What is false to Python is dropped beside what is not.
      `type: preset\nbase: m\nrepo: Off\n${needed}`,
      `type: preset\nbase: false\nrepo: .nan\n${needed}`,
      `type: preset\nbase: 0.0\nrepo: m\n${needed}`,
      `type: preset\nbase: []\nrepo: m\n${needed}`,
      `type: preset\nbase: {<<: {}}\nrepo: m\n${needed}`,
      `type: preset\nbase: m\nrepo: !!set {}\n${needed}`,
      `type: preset\nbase: m\nrepo: !!binary ""\n${needed}`,
    ],
    refused: [
      `
type: preset
base: m
repo: m
#^^^ conflicting-properties: \`base\` and \`repo\` are mutually exclusive
model: m
${needed}`,
      `
type: preset
model: m
#^^^^ conflicting-properties: \`model\` cannot be combined with \`repo\`
repo: m
${needed}`,
      `
type: preset
#^^^^^^^^^^^ missing-key: The model is missing
${needed}`,
      `
type: preset
#^^^^^^^^^^^ missing-key: The model is missing
base: ""
model: null
${needed}`,
      `
type: preset
base: " "
#      ^ blank-text
${needed}`,
      `
type: preset
base: false
#     ^^^^^ wrong-type
repo: 0
#     ^ wrong-type
${needed}`,
      `
type: preset
base: 0
#     ^ wrong-type
${needed}`,
      `
type: preset
base: []
#^^^ wrong-type
${needed}`,
      `
type: preset
base: " "
#      ^ blank-text
repo: false
${needed}`,
      `
type: preset
model: {base: m, name: n}
#                ^^^^ conflicting-properties
${needed}`,
      `
type: preset
model: {name: n}
#       ^^^^ missing-key: \`repo\` is missing
${needed}`,
      `
type: preset
model: {}
#      ^^ missing-key: \`repo\` or \`base\` is missing
${needed}`,
      `
type: preset
bsae: m
#^^^ unknown-key
${needed}`,
    ],
  },
  'effort of the agent': {
    accepted: [
      `type: preset\nbase: m\nagent: {provider: codex, effort: xhigh}\n${needed}`,
      `type: preset\nbase: m\nagent: {provider: claude, effort: max}\n${needed}`,
    ],
    refused: [
      `
type: preset
base: m
agent: {provider: codex, effort: max}
#                                ^^^ unknown-value: \`effort: max\` is not supported by \`codex\`
${needed}`,
    ],
  },
  dataset: {
    accepted: [
      `type: preset\nbase: m\ndataset: sharegpt\ninput_tokens: null\n${needed}`,
      `type: preset\nbase: m\ndataset: null\ninput_tokens: 8\n${needed}`,
    ],
    refused: [
      `
type: preset
base: m
dataset: sharegpt
#^^^^^^ conflicting-properties: \`dataset\` cannot be set together with \`input_tokens\` and \`shared_prefix_tokens\`
shared_prefix_tokens: 9
input_tokens: 8
${needed}`,
      `
type: preset
base: m
dataset: sharegpt
#^^^^^^ conflicting-properties
shared_prefix_tokens: 0
${needed}`,
    ],
  },
  'shared prefix': {
    accepted: [
      `type: preset\nbase: m\nshared_prefix_tokens: 1023\n${needed}`,
      `type: preset\nbase: m\nshared_prefix_tokens: 2047\ninput_tokens: 2048\n${needed}`,
      `type: preset\nbase: m\nshared_prefix_tokens: 0\ninput_tokens: 1\n${needed}`,
    ],
    refused: [
      `
type: preset
base: m
shared_prefix_tokens: 1024
#                     ^^^^ out-of-range: \`shared_prefix_tokens\` must be less than \`input_tokens\`, which is 1024
${needed}`,
      `
type: preset
base: m
input_tokens: 8
shared_prefix_tokens: 8
#                     ^ out-of-range
${needed}`,
    ],
  },
});
