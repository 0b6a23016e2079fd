import { reference, yaml, type Starter } from './starter';

export const task: readonly Starter[] = [
  {
    label: 'Task',
    description: 'Train on one GPU',
    file: yaml`
      type: task
      name: ‹train›

      python: "‹3.12|3.13|3.11|3.10›"
      env:
        - HF_TOKEN
      commands:
        - ‹uv pip install -r requirements.txt›
        - ‹python train.py›

      # Keeps what was downloaded for the next run on the same instance.
      volumes:
        - instance_path: /root/.cache
          path: /root/.cache
          optional: true

      resources:
        gpu: ‹24GB›
    `,
  },
  {
    label: 'Task: multi-node training',
    description: 'torchrun on the nodes of a cluster',
    file: yaml`
      type: task
      name: ‹train-distributed›
      nodes: ‹2›

      python: "‹3.12|3.13|3.11|3.10›"
      env:
        - HF_TOKEN
        - NCCL_DEBUG=INFO
      commands:
        - ‹uv pip install -r requirements.txt›
        - |
          torchrun \
            --nnodes=$DSTACK_NODES_NUM \
            --node-rank=$DSTACK_NODE_RANK \
            --nproc-per-node=$DSTACK_GPUS_PER_NODE \
            --master-addr=$DSTACK_MASTER_NODE_IP \
            --master-port=29500 \
            ‹train.py›

      resources:
        gpu: ‹80GB:8›
        shm_size: ‹16GB›
    `,
  },
  {
    label: 'Task: web app',
    description: 'Forwards the port of the app to your machine while it runs',
    file: yaml`
      type: task
      name: ‹app›

      python: "‹3.12|3.13|3.11|3.10›"
      commands:
        - ‹uv pip install streamlit›
        - ‹streamlit run app.py --server.port 8501›
      ports:
        - ‹8501›

      resources:
        cpu: ‹2..›
    `,
  },
  {
    label: 'Task: node groups',
    description: 'Machines of different kinds in one job, here a Ray cluster',
    file: yaml`
      type: task
      name: ‹ray›

      python: "‹3.12|3.13|3.11|3.10›"
      groups:
        - name: head
          nodes: 1
          commands:
            - uv pip install "ray[default]"
            - ray start --head --port=6379 --block
          ports:
            - 8265
          resources:
            cpu: 4..
        - name: workers
          nodes: ‹2›
          commands:
            - uv pip install "ray[default]"
            - ray start --address=${reference('groups[0].nodes[0].IP_ADDRESS')}:6379 --block
          resources:
            gpu: ‹80GB:8›
            shm_size: ‹16GB›
    `,
  },
  {
    label: 'Task: schedule',
    description: 'Run on a schedule (UTC)',
    file: yaml`
      type: task
      name: ‹nightly›

      python: "‹3.12|3.13|3.11|3.10›"
      commands:
        - ‹python report.py›

      schedule:
        cron: "‹0 3 * * *›"
      max_duration: ‹2h›

      resources:
        gpu: ‹24GB›
    `,
  },
];
