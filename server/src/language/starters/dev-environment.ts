import { reference, yaml, type Starter } from './starter';

export const devEnvironment: readonly Starter[] = [
  {
    label: 'Dev environment',
    description: 'A machine with an IDE, stopped when it is not used',
    file: yaml`
      type: dev-environment
      name: ‹dev›

      ide: ‹vscode|cursor|windsurf|zed›
      python: "‹3.12|3.13|3.11|3.10›"
      inactivity_duration: ‹2h›

      resources:
        gpu: ‹24GB›
    `,
  },
  {
    label: 'Dev environment: volume',
    description: 'Files in a network volume outlive the run',
    file: yaml`
      type: dev-environment
      name: ‹dev›

      ide: ‹vscode|cursor|windsurf|zed›
      python: "‹3.12|3.13|3.11|3.10›"
      inactivity_duration: ‹2h›

      volumes:
        - name: ‹my-new-volume›
          path: ‹/volume_data›

      resources:
        gpu: ‹24GB›
    `,
  },
  {
    label: 'Dev environment: repo',
    description: "The repo of this folder, or another one, in the run's working directory",
    file: yaml`
      type: dev-environment
      name: ‹dev›

      ide: ‹vscode|cursor|windsurf|zed›
      repos:
        - ‹.›
      init:
        - ‹uv pip install -r requirements.txt›

      resources:
        gpu: ‹24GB›
    `,
  },
  {
    label: 'Dev environment: nvcc',
    description: 'With the CUDA compiler, for custom kernels',
    file: yaml`
      type: dev-environment
      name: ‹dev›

      ide: ‹vscode|cursor|windsurf|zed›
      python: "‹3.10|3.11|3.12|3.13›"
      nvcc: true

      resources:
        gpu: ‹24GB›
    `,
  },
  {
    label: 'Dev environment: image',
    description: 'With a Docker image of your choice',
    file: yaml`
      type: dev-environment
      name: ‹dev›

      ide: ‹vscode|cursor|windsurf|zed›
      image: ‹ghcr.io/huggingface/text-generation-inference:latest›

      resources:
        gpu: ‹24GB›
    `,
  },
  {
    label: 'Dev environment: private registry',
    description: 'With an image that needs credentials; the password is a secret of the project',
    file: yaml`
      type: dev-environment
      name: ‹dev›

      ide: ‹vscode|cursor|windsurf|zed›
      image: ‹ghcr.io/acme/private:latest›
      registry_auth:
        username: ‹acme-bot›
        password: ${reference('secrets.‹registry_password›')}

      resources:
        gpu: ‹24GB›
    `,
  },
  {
    label: 'Dev environment: Docker',
    description: 'With Docker and Docker Compose inside',
    file: yaml`
      type: dev-environment
      name: ‹dev›

      ide: ‹vscode|cursor|windsurf|zed›
      docker: true
      init:
        - ‹docker compose up --detach›

      resources:
        gpu: ‹24GB›
    `,
  },
  {
    label: 'Dev environment: several GPUs',
    description: 'With ranges for memory and GPUs, shared memory and a larger disk',
    file: yaml`
      type: dev-environment
      name: ‹dev›

      ide: ‹vscode|cursor|windsurf|zed›

      resources:
        memory: ‹200GB..›
        gpu: ‹40GB..80GB:4›
        shm_size: ‹16GB›
        disk: ‹500GB›
    `,
  },
  {
    label: 'Dev environment: shared memory',
    description: 'With more shared memory, for data loaders in several processes',
    file: yaml`
      type: dev-environment
      name: ‹dev›

      ide: ‹vscode|cursor|windsurf|zed›

      resources:
        gpu: ‹24GB:2›
        shm_size: ‹16GB›
    `,
  },
  {
    label: 'Dev environment: TPU',
    description: 'With a Google Cloud TPU',
    file: yaml`
      type: dev-environment
      name: ‹dev›

      ide: ‹vscode|cursor|windsurf|zed›

      resources:
        gpu: ‹v2-8›
    `,
  },
  {
    label: 'Dev environment: environment variables',
    description: 'With one variable passed through from your shell and one set here',
    file: yaml`
      type: dev-environment
      name: ‹dev›

      ide: ‹vscode|cursor|windsurf|zed›
      env:
        - ‹HF_TOKEN›
        - ‹HF_HUB_ENABLE_HF_TRANSFER=1›

      resources:
        gpu: ‹24GB›
    `,
  },
  {
    label: 'Dev environment: spot',
    description: 'On spot instances, on-demand instances or either',
    file: yaml`
      type: dev-environment
      name: ‹dev›

      ide: ‹vscode|cursor|windsurf|zed›
      spot_policy: ‹auto|spot|on-demand›

      resources:
        gpu: ‹24GB›
    `,
  },
  {
    label: 'Dev environment: backends and regions',
    description: 'In some of the clouds and regions only',
    file: yaml`
      type: dev-environment
      name: ‹dev›

      ide: ‹vscode|cursor|windsurf|zed›
      backends: [‹aws, gcp›]
      regions: [‹eu-west-1, eu-west-2›]

      resources:
        gpu: ‹24GB›
    `,
  },
];
