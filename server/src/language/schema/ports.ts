import type { Schema } from './schema';

const port: Schema = { type: 'integer', minimum: 1, maximum: 65535 };

/** `PortMapping` of core/models/configurations.py, also written `8080` or `LOCAL:CONTAINER`. */
export const portMapping: Schema = {
  title: 'Port mapping',
  type: 'object',
  additionalProperties: false,
  required: ['container_port'],
  properties: {
    container_port: {
      ...port,
      description: 'The port that the application listens on inside the container.',
      examples: [8080],
    },
    local_port: {
      ...port,
      type: ['integer', 'null'],
      description: 'The port on your machine that is forwarded to it.',
      defaultDescription: 'any free port',
      examples: [80],
    },
  },
};

/** `ports` of tasks and dev environments. */
export const ports: Schema = {
  type: 'array',
  items: {
    ...portMapping,
    shorthand: 'port-mapping',
    description:
      'A port of the container, made available on your own machine: `8080`, `80:8080` (here 80, there 8080) or ' +
      '`*:8080` (here any free port). Put the form with a colon in quotes.',
    examples: [8080, '80:8080', '*:8080'],
  },
  description:
    'Ports of the container that you can reach on `localhost` while `dstack apply` or `dstack attach` is ' +
    'connected to the run.',
  defaultDescription: 'no ports',
  examples: [[8501], ['80:8080']],
};
