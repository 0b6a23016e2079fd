import { reference, yaml, type Starter } from './starter';

export const service: readonly Starter[] = [
  {
    label: 'Service: vLLM',
    description: 'A model with an OpenAI-compatible endpoint, served by vLLM',
    file: yaml`
      type: service
      name: ‹llama›

      image: ‹vllm/vllm-openai:latest›
      env:
        - HF_TOKEN
        - MODEL=‹meta-llama/Llama-3.1-8B-Instruct›
      commands:
        - |
          vllm serve $MODEL \
            --port 8000 \
            --tensor-parallel-size $DSTACK_GPUS_NUM \
            --max-model-len ‹8192›
      port: 8000
      model: ‹meta-llama/Llama-3.1-8B-Instruct›

      # Keeps the model for the next run on the same instance.
      volumes:
        - instance_path: /root/.cache
          path: /root/.cache
          optional: true

      resources:
        gpu: ‹24GB..›
        shm_size: 16GB
        disk: 100GB..
    `,
  },
  {
    label: 'Service: SGLang',
    description: 'A model with an OpenAI-compatible endpoint, served by SGLang',
    file: yaml`
      type: service
      name: ‹qwen›

      image: ‹lmsysorg/sglang:latest›
      env:
        - HF_TOKEN
        - MODEL=‹Qwen/Qwen3-8B›
      commands:
        - |
          python3 -m sglang.launch_server \
            --model-path $MODEL \
            --host 0.0.0.0 \
            --port 30000 \
            --tp $DSTACK_GPUS_NUM
      port: 30000
      model: ‹Qwen/Qwen3-8B›

      # Keeps the model for the next run on the same instance.
      volumes:
        - instance_path: /root/.cache
          path: /root/.cache
          optional: true

      resources:
        gpu: ‹24GB..›
        shm_size: 16GB
        disk: 100GB..
    `,
  },
  {
    label: 'Service: NIM',
    description: 'A model in an NVIDIA NIM container, which needs no commands',
    file: yaml`
      type: service
      name: ‹llama-nim›

      image: ‹nvcr.io/nim/meta/llama-3.1-8b-instruct:latest›
      registry_auth:
        username: $oauthtoken
        password: ${reference('env.NGC_API_KEY')}
      env:
        - NGC_API_KEY
      port: 8000
      model: ‹meta/llama-3.1-8b-instruct›

      # Keeps the model for the next run on the same instance.
      volumes:
        - instance_path: /root/.cache/nim
          path: /opt/nim/.cache
          optional: true

      resources:
        gpu: ‹24GB..›
        shm_size: 16GB
        disk: 100GB..
    `,
  },
  {
    label: 'Service: custom app',
    description: 'Your own HTTP endpoint',
    file: yaml`
      type: service
      name: ‹api›

      python: "‹3.12|3.13|3.11|3.10›"
      commands:
        - ‹uv pip install -r requirements.txt›
        - ‹uvicorn app:app --host 0.0.0.0 --port 8000›
      port: ‹8000›

      resources:
        gpu: ‹24GB›
    `,
  },
  {
    label: 'Service: auto-scaling',
    description: 'As many replicas as the traffic needs, each probed before it gets any',
    file: yaml`
      type: service
      name: ‹llama›

      image: ‹vllm/vllm-openai:latest›
      env:
        - HF_TOKEN
        - MODEL=‹meta-llama/Llama-3.1-8B-Instruct›
      commands:
        - vllm serve $MODEL --port 8000 --max-model-len ‹8192›
      port: 8000
      model: ‹meta-llama/Llama-3.1-8B-Instruct›

      replicas: ‹1..4›
      scaling:
        metric: rps
        target: ‹10›
      probes:
        - type: http
          url: ‹/health›

      resources:
        gpu: ‹24GB..›
        disk: 100GB..
    `,
  },
  {
    label: 'Service: replica groups',
    description: 'Replicas on different hardware with one endpoint',
    file: yaml`
      type: service
      name: ‹llama›

      image: ‹vllm/vllm-openai:latest›
      env:
        - HF_TOKEN
        - MODEL=‹meta-llama/Llama-3.1-8B-Instruct›
      port: 8000
      model: ‹meta-llama/Llama-3.1-8B-Instruct›

      groups:
        - name: large
          replicas: ‹1›
          commands:
            - vllm serve $MODEL --port 8000
          resources:
            gpu: ‹80GB›
        - name: small
          replicas: ‹1..4›
          scaling:
            metric: rps
            target: ‹10›
          commands:
            - vllm serve $MODEL --port 8000 --max-model-len ‹8192›
          resources:
            gpu: ‹24GB›
    `,
  },
  {
    label: 'Service: prefill and decode',
    description: 'SGLang with a router and separate prefill and decode workers',
    file: yaml`
      type: service
      name: ‹prefill-decode›

      image: ‹lmsysorg/sglang:latest›
      env:
        - HF_TOKEN
        - MODEL=‹zai-org/GLM-4.5-Air-FP8›
      port: 8000
      model: ‹zai-org/GLM-4.5-Air-FP8›

      groups:
        - name: router
          replicas: 1
          router:
            type: smg
          commands:
            - pip install smg
            - |
              smg launch \
                --pd-disaggregation \
                --prefill-policy cache_aware \
                --host 0.0.0.0 \
                --port 8000
          resources:
            cpu: 4..
        - name: prefill
          replicas: ‹1..4›
          scaling:
            metric: rps
            target: ‹3›
          commands:
            - |
              python3 -m sglang.launch_server \
                --model-path $MODEL \
                --disaggregation-mode prefill \
                --disaggregation-transfer-backend nixl \
                --disaggregation-bootstrap-port 8998 \
                --host 0.0.0.0 \
                --port 8000
          resources:
            gpu: ‹H200›
        - name: decode
          replicas: ‹1..8›
          scaling:
            metric: rps
            target: ‹2›
          commands:
            - |
              python3 -m sglang.launch_server \
                --model-path $MODEL \
                --disaggregation-mode decode \
                --disaggregation-transfer-backend nixl \
                --host 0.0.0.0 \
                --port 8000
          resources:
            gpu: ‹H200›

      # The workers answer no chat requests by themselves, which is what dstack probes otherwise.
      probes:
        - type: http
          url: /health
          interval: 15s
    `,
  },
];
