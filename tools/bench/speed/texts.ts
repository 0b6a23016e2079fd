/** A file of 40 lines as people write them. */
export const SMALL = `type: service
name: llama-serving

image: vllm/vllm-openai:latest
env:
  - HF_TOKEN
  - MODEL_ID=meta-llama/Llama-3.1-70B-Instruct
  - MAX_MODEL_LEN=8192

commands:
  - |
    vllm serve $MODEL_ID \\
      --tensor-parallel-size $DSTACK_GPUS_NUM \\
      --max-model-len $MAX_MODEL_LEN
port: 8000
model: meta-llama/Llama-3.1-70B-Instruct

replicas: 1..4
scaling:
  metric: rps
  target: 10

probes:
  - type: http
    url: /health
    interval: 15s

volumes:
  - name: weights
    path: /root/.cache/huggingface

resources:
  gpu: H100:80GB:4
  shm_size: 24GB
  disk: 500GB..

spot_policy: auto
max_price: 12.5
idle_duration: 30m
backends: [aws, gcp, runpod]
`;

/** A task of this many lines: a head that uses much of the format, then variables and commands. */
export function taskOf(lines: number): string {
  const head = ['type: task', 'name: long', 'resources:', '  gpu: 24GB', '  disk: 100GB..', ''];
  const rest = lines - head.length - 2;
  const variables = Math.floor(rest / 3);
  const env = numbered(variables, (i) => `  VARIABLE_${i}: value of ${i}`);
  const commands = numbered(
    rest - variables,
    (i) => `  - python step.py --number ${i} --home $HOME`,
  );
  return [...head, 'env:', ...env, 'commands:', ...commands, ''].join('\n');
}

/** Files as a workspace has them, by name. */
export function workspaceOf(count: number): ReadonlyMap<string, string> {
  const files = numbered(count, (i): [string, string] => [
    `team-${String(Number(i) % 50)}/job-${i}.dstack.yml`,
    SMALL.replace('llama-serving', `llama-serving-${i}`),
  ]);
  return new Map(files);
}

function numbered<T>(count: number, make: (index: string) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(String(index)));
}
