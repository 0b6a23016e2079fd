/** Files with mistakes, which show what the page does. */
export const EXAMPLES: readonly { readonly label: string; readonly text: string }[] = [
  {
    label: 'Example: a task with mistakes',
    text: `type: task
name: finetune

python: 3.10
comands:
  - uv pip install -r requirements.txt
  - python train.py --epochs 3

resources:
  gpu: A100:80GBB:2
  shm_size: 16GB

max_duration: 2 hours
`,
  },
  {
    label: 'Example: a service that cannot be reached',
    text: `type: service
name: llama
image: vllm/vllm-openai:latest

env:
  - HF_TOKEN
commands:
  - vllm serve $MODEL --port 8000
ports: 8000

resources:
  gpu: 80GB..24GB
  memory: 32 gigs
`,
  },
];
