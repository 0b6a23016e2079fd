import { GATEWAY_BACKENDS } from '../catalogue/gateway-backends';
import { backend } from './backends';
import { configurationType } from './configuration-type';
import { removedFromGateways } from './removed';
import type { Schema } from './schema';
import { tags } from './tags';

/** `AnyGatewayCertificate` of core/models/gateways.py. */
const certificate: Schema = {
  title: 'Certificate',
  type: ['object', 'null'],
  description:
    'Where the certificate for HTTPS comes from. `null` means none: services are then published over HTTP, and gateways ' +
    'without a public IP address need it so.',
  default: { type: 'lets-encrypt' },
  examples: [
    { type: 'lets-encrypt' },
    { type: 'acm', arn: 'arn:aws:acm:eu-west-1:123456789012:certificate/abcd-1234' },
    null,
  ],
  reference: '#certificate',
  tagSince: '0.21.0',
  discriminator: { propertyName: 'type' },
  oneOf: [
    {
      title: "Let's Encrypt certificate",
      type: 'object',
      additionalProperties: false,
      required: ['type'],
      description: "A free certificate from Let's Encrypt, obtained and renewed by the gateway.",
      properties: {
        type: {
          type: 'string',
          const: 'lets-encrypt',
          description:
            "Lets the gateway obtain certificates from Let's Encrypt; it needs a public IP address.",
        },
      },
    },
    {
      title: 'ACM certificate',
      type: 'object',
      additionalProperties: false,
      required: ['type', 'arn'],
      description: 'A certificate from AWS Certificate Manager, for gateways on AWS.',
      properties: {
        type: {
          type: 'string',
          const: 'acm',
          description:
            'Uses AWS Certificate Manager. The load balancer of the gateway then handles HTTPS.',
        },
        arn: {
          type: 'string',
          description: 'The ARN of a certificate that covers `*.` and the domain of the gateway.',
          examples: ['arn:aws:acm:eu-west-1:123456789012:certificate/abcd-1234'],
        },
      },
    },
    {
      title: 'Google Cloud certificate',
      type: 'object',
      additionalProperties: false,
      required: ['type', 'name'],
      description: 'A certificate from Google Cloud Certificate Manager, for gateways on GCP.',
      since: '0.22.1',
      properties: {
        type: {
          type: 'string',
          const: 'gcp-cm',
          description:
            'Uses Google Cloud Certificate Manager. The gateway must also have `load_balancer: {type: alb}`.',
        },
        name: {
          type: 'string',
          description: 'The resource name of the certificate, in full.',
          examples: ['projects/my-project/locations/europe-west9/certificates/my-certificate'],
        },
      },
    },
  ],
};

/** `AnyGatewayLoadBalancer` of core/models/gateways.py. */
const loadBalancer: Schema = {
  title: 'Load balancer',
  type: ['object', 'null'],
  description:
    'A load balancer of the cloud that receives the requests for the gateway, on AWS or GCP. Useful with several `replicas`.',
  defaultDescription: 'none; with an `acm` certificate, an Application Load Balancer',
  examples: [{ type: 'alb' }],
  discriminator: { propertyName: 'type' },
  oneOf: [
    {
      title: 'Application Load Balancer',
      type: 'object',
      additionalProperties: false,
      required: ['type'],
      description: 'An Application Load Balancer.',
      properties: {
        type: {
          type: 'string',
          const: 'alb',
          description: 'Adds an Application Load Balancer to the gateway.',
        },
      },
    },
  ],
  since: '0.21.3',
};

/** Mirrors `GatewayConfiguration` of core/models/gateways.py. */
export const gateway = configurationType('gateway', {
  title: 'Gateway',
  description:
    'A gateway: the public entrance for services, with your own domain, HTTPS, scaling and rate limits.',
  example: { name: 'my-gateway', backend: 'aws', region: 'eu-west-1', domain: 'example.com' },
  required: ['backend', 'region'],
  first: ['name', 'backend', 'region', 'domain', 'certificate', 'instance_type', 'replicas'],
  properties: {
    name: {
      type: ['string', 'null'],
      shorthand: 'resource-name',
      declares: 'gateway',
      description:
        'The name of the gateway, by which services refer to it. 2 to 41 lowercase letters, digits and hyphens, ' +
        'starting with a letter.',
      defaultDescription: 'a random name',
      examples: ['my-gateway'],
      valueMeaning: 'Services refer to the gateway by this name: `gateway: {value}`.',
    },
    backend: {
      ...backend,
      offered: GATEWAY_BACKENDS,
      description:
        'Where the gateway itself runs: `aws`, `azure`, `gcp` or `kubernetes`. Its services may run anywhere.',
      examples: ['aws'],
    },
    region: {
      type: 'string',
      catalogue: 'regions',
      configured: 'region',
      description: 'The region in which the gateway runs, by the name that the cloud gives it.',
      examples: ['eu-west-1'],
    },
    domain: {
      type: ['string', 'null'],
      description:
        'The domain below which services appear, each as `RUN.DOMAIN`. Point a wildcard DNS record (`*.DOMAIN`) to the ' +
        'gateway. `${{ run.project_name }}` is replaced by the project of the service.',
      examples: ['example.com', '${{ run.project_name }}.example.com'],
      embeds: ['project-name'],
    },
    certificate,
    instance_type: {
      type: ['string', 'null'],
      catalogue: 'gateway-instance-types',
      minLength: 1,
      description:
        'The type of machine for the gateway, by the name that the cloud gives it. Take a larger one for heavy traffic.',
      defaultDescription: 'a small machine without a GPU',
      examples: ['t3.large'],
      since: '0.20.0',
    },
    replicas: {
      type: ['integer', 'null'],
      minimum: 1,
      description:
        'How many machines the gateway consists of, so it survives the loss of one; up to nine unless the server says ' +
        'otherwise. To spread the requests, use `load_balancer` or a DNS record for each.',
      default: 1,
      examples: [2],
      since: '0.20.25',
    },
    public_ip: {
      type: 'boolean',
      description:
        'Whether the gateway can be reached from the internet. AWS and GCP also have private gateways (`false`).',
      default: true,
    },
    load_balancer: loadBalancer,
    default: {
      type: ['boolean', 'null'],
      description:
        'Whether services use this gateway when they name none. It can be changed later, without a new gateway.',
      defaultDescription: 'the first gateway of a project becomes its default',
    },
    tags,
    ...removedFromGateways,
  },
});
