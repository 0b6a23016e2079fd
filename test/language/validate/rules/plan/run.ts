import type { Table } from '../../../../support/check/rules';
import { yaml } from '../../../../support/yaml';

export const run: Table = {
  'working directory': {
    accepted: [
      yaml`
        type: task
        commands: [a]
        working_dir: /app
      `,
      yaml`
        type: task
        commands: [a]
        working_dir: ~/app
      `,
      yaml`
        type: task
        commands: [a]
        working_dir: null
      `,
      yaml`
        type: preset
        base: m
        trials: 1
        max_ttft: 1
        concurrency: 1
        min_context_length: 1
      `,
    ],
    refused: [
      `
type: task
commands: [a]
working_dir: examples/app
#            ^^^^^^^^^^^^ relative-working-dir: \`working_dir\` must be an absolute path: \`examples/app\` was \`/workflow/examples/app\`
`,
      `
type: dev-environment
working_dir: ''
#            ^^ relative-working-dir
`,
      `
type: service
port: 80
commands: [a]
working_dir: .
#            ^ relative-working-dir: \`working_dir\` must be an absolute path: \`.\` was \`/workflow\`
`,
    ],
  },
  'the registry of an image': {
    accepted: [
      'type: task\ncommands: [a]\nimage: localhost:5000/a\n',
      'type: task\ncommands: [a]\nimage: registry.example.com:443/a/b\n',
    ],
    refused: [
      `
type: task
commands: [a]
image: docker:python/3
#      ^^^^^^^^^^^^^^^ image-name: \`docker:python\` is not the address of a registry.
`,
      `
type: task
commands: [a]
image: a.b:99999/c
#      ^^^^^^^^^^^ image-name
`,
      `
type: task
commands: [a]
image: a–b.c/d
#      ^^^^^^^ image-name
`,
      `
type: task
commands: [a]
image: \${{ env.REGISTRY }}/a
#      ^^^^^^^^^^^^^^^^^^^^^ image-name: dstack does not replace variables in \`image\`
`,
    ],
    warned: [
      `
type: task
commands: [a]
user: me
resources: {cpu: "x86:2"}
image: docker:python/3
#      ^^^^^^^^^^^^^^^ image-name
`,
    ],
  },
  repo: {
    accepted: [
      yaml`
        type: task
        commands: [a]
        repos: ["https://github.com/a/b"]
      `,
      yaml`
        type: task
        commands: [a]
        repos: ["git@github.com:a/b.git:/app"]
      `,
      yaml`
        type: task
        commands: [a]
        repos: [{url: "ssh://git@github.com:22/a/b"}]
      `,
      yaml`
        type: task
        commands: [a]
        repos: [{url: "HTTPS://github.com"}]
      `,
      yaml`
        type: task
        commands: [a]
        repos: ["."]
      `,
    ],
    refused: [
      `
type: task
commands: [a]
repos:
  - http://github.com/a/b:/app
#   ^^^^^^^^^^^^^^^^^^^^^ repo-url: \`http://github.com/a/b\` is not the URL of a Git repo: write it with \`https\` or \`ssh\`, e.g. \`https://github.com/a/b\`
`,
      `
type: task
commands: [a]
repos: [{url: github.com/a/b, path: /app}]
#             ^^^^^^^^^^^^^^ repo-url
`,
      `
type: task
commands: [a]
repos: [{url: 'github.com:a/b'}]
#             ^^^^^^^^^^^^^^^^ repo-url
`,
      `
type: task
commands: [a]
repos: [{url: 'https://git hub.com/a/b'}]
#             ^^^^^^^^^^^^^^^^^^^^^^^^^ repo-url
`,
    ],
  },
  'duration of retries': {
    accepted: [
      yaml`
        type: task
        commands: [a]
        retry: {duration: 0}
      `,
    ],
    refused: [
      `
type: task
commands: [a]
retry: {duration: -5}
#                 ^^ out-of-range: \`duration\` cannot be negative
`,
    ],
    warned: [
      `
profiles:
  - name: a
    retry: {duration: -5}
#                     ^^ out-of-range
`,
    ],
  },
  'window of the utilization policy': {
    accepted: [
      yaml`
        type: task
        commands: [a]
        utilization_policy: {min_gpu_utilization: 10, time_window: 1h}
      `,
    ],
    refused: [],
    warned: [
      `
type: task
commands: [a]
utilization_policy:
  min_gpu_utilization: 10
  time_window: 2h
#              ^^ server-limit: \`time_window\` is at most \`1h\`
`,
    ],
  },
  mounts: {
    accepted: [
      yaml`
        type: task
        commands: [a]
        volumes: ["v1:/", "/a:/workflows", "w1://data"]
      `,
    ],
    refused: [
      `
type: task
commands: [a]
volumes:
  - v1://
#      ^^ mount-point: \`//\` is not a path at which Docker can mount something
  - {name: w1, path: "/a\\0"}
#                    ^^^^^^ mount-point
`,
    ],
    warned: [
      `
type: dev-environment
volumes:
  - v1:/workflow
#      ^^^^^^^^^ workflow-mount: dstack does not support volumes at \`/workflow\`
  - instance_path: /data
    path: /workflow/data
#         ^^^^^^^^^^^^^^ workflow-mount
`,
      `
type: task
commands: [a]
volumes:
  - my_volume:/data
#   ^^^^^^^^^ resource-name: A volume cannot be named \`my_volume\`
  - :/other
#   ^ resource-name
`,
    ],
  },
  'unique volumes': {
    accepted: [
      yaml`
        type: task
        commands: [a]
        volumes: ["v1:/a", "w1:/b", "/x:/c", "/x:/d"]
      `,
      yaml`
        type: task
        commands: [a]
        volumes: [{name: [v1, w1], path: /a}]
      `,
    ],
    refused: [
      `
type: task
commands: [a]
volumes:
  - v1:/a
  - v1:/b
#   ^^ duplicate-entry: The volume \`v1\` is mounted twice
  - name: [w1, w1]
#              ^^ duplicate-entry
    path: /c
`,
      `
type: task
nodes: 2
commands: [a]
volumes:
  - data-\${{ dstack.node_rank }}:/a
  - data-\${{dstack.job_num}}:/b
#   ^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-entry
`,
    ],
  },
  'empty list of volumes': {
    accepted: [
      yaml`
        type: task
        commands: [a]
        volumes: [{name: [], path: /a}, "/x:/y"]
      `,
    ],
    refused: [
      `
type: task
commands: [a]
volumes:
  - v1:/a
  - {name: [], path: /b}
#          ^^ wrong-length: The list names no volume
`,
    ],
  },
  entrypoint: {
    accepted: [
      yaml`
        type: task
        image: a
        entrypoint: sh -c "echo 'a b'" \a
      `,
      yaml`
        type: task
        image: a
        commands: [a]
        entrypoint: ""
      `,
      yaml`
        type: task
        image: a
        entrypoint: '""'
      `,
    ],
    refused: [
      `
type: task
image: a
entrypoint: sh -c "echo
#                 ^ entrypoint: This \`"\` is not closed
`,
      `
type: task
image: a
entrypoint: sh \\
#              ^ entrypoint: There is nothing after this
`,
      `
type: task
image: a
entrypoint: ' '
#^^^^^^^^^ nothing-to-run
`,
      `
type: service
port: 80
image: a
entrypoint: ''
#^^^^^^^^^ nothing-to-run
groups: [{replicas: 1, commands: [a]}]
`,
    ],
  },
  'dates that never come': {
    accepted: [
      yaml`
        type: task
        commands: [a]
        schedule: {cron: ["0 0 29 feb *", "0 0 31 * *", "0 0 last 2 *", "0 0 31 2-3 *", "0 0 31 */2 *", "0 0 30,31 4/2 mon"]}
      `,
    ],
    refused: [
      `
type: task
commands: [a]
schedule:
  cron:
    - 0 0 1 * *
    - 0 0 30 2 *
#         ^^^^ never-scheduled: This date does not exist
    - 0 0 31 apr,jun,9 *
#         ^^^^^^^^^^^^ never-scheduled
`,
    ],
    warned: [
      `
type: task
commands: [a]
schedule: {cron: '0 0 31 2-2 *'}
#                     ^^^^^^ never-scheduled: This date does not exist, so the schedule never fires: the run waits forever
`,
    ],
  },
  'local ports': {
    accepted: [
      yaml`
        type: task
        commands: [a]
        ports: [80, "81:81", "*:80", "8000:8000", "8000:8000"]
      `,
      yaml`
        type: task
        commands: [a]
        ports: ["8000:10005", "8000:10006"]
      `,
    ],
    refused: [],
    warned: [
      `
type: task
commands: [a]
ports:
  - 8000
  - 8000:80
#   ^^^^^^^ duplicate-entry: The local port \`8000\` is already used
`,
    ],
  },
  'docker, converted': {
    accepted: [
      yaml`
        type: task
        commands: [a]
        image: a
        docker: "no"
      `,
    ],
    refused: [
      `
type: task
commands: [a]
image: a
docker: "true"
#^^^^^ conflicting-properties: \`image\` and \`docker\` are mutually exclusive
`,
      `
type: dev-environment
python: 3.12
docker: 1
#^^^^^ conflicting-properties
`,
      `
type: service
port: 80
groups:
  - replicas: 1
    commands: [a]
    docker: true
    privileged: "false"
#   ^^^^^^^^^^ conflicting-properties
`,
    ],
  },
  windsurf: {
    accepted: [
      yaml`
        type: dev-environment
        ide: windsurf
        version: 1.0@0f
      `,
    ],
    refused: [
      `
type: dev-environment
ide: windsurf
version: 1@0@0f
#        ^^^^^^ invalid-format: A version of Windsurf has the form
`,
      `
type: dev-environment
ide: windsurf
version: ''
#        ^^ invalid-format
`,
    ],
  },
};
