import type { Schema } from './schema';

const type: Schema = {
  type: 'string',
  enum: ['chat'],
  description: 'What kind of model it is.',
  default: 'chat',
  valueDescriptions: { chat: 'A chat model.' },
  optionalSince: '0.18.23',
};

const name: Schema = {
  type: 'string',
  description: 'The name of the model, as clients send it and as Hugging Face knows it.',
  examples: ['meta-llama/Llama-3.1-8B-Instruct'],
};

/** `AnyModel` of core/models/services.py, also written as the name alone. */
export const serviceModel: Schema = {
  title: 'Model',
  type: ['object', 'null'],
  shorthand: 'service-model',
  description:
    "Publishes the model that the service runs in dstack's chat UI and at its OpenAI-compatible endpoint. The name is " +
    'enough if the service answers at `/v1/chat/completions`.',
  defaultDescription: 'no model is published',
  examples: ['meta-llama/Llama-3.1-8B-Instruct'],
  reference: '#model',
  formsSince: { scalar: '0.18.23' },
  convertedUntil: '0.19.26',
  discriminator: { propertyName: 'format' },
  oneOf: [
    {
      title: 'OpenAI model',
      type: 'object',
      additionalProperties: false,
      required: ['name', 'format'],
      description:
        'The service has an OpenAI-compatible API itself, as vLLM, SGLang and many others do.',
      properties: {
        name,
        format: {
          type: 'string',
          const: 'openai',
          description: 'The service speaks the API of OpenAI.',
        },
        type,
        prefix: {
          type: 'string',
          description: 'What the paths of the API begin with.',
          default: '/v1',
          examples: ['/v1'],
        },
      },
    },
    {
      title: 'TGI model',
      type: 'object',
      additionalProperties: false,
      required: ['name', 'format'],
      description: "The service is Hugging Face's Text Generation Inference.",
      properties: {
        name,
        format: {
          type: 'string',
          const: 'tgi',
          description: 'The service speaks the API of Text Generation Inference.',
        },
        type,
        chat_template: {
          type: ['string', 'null'],
          description: 'A template that turns the messages of a chat into one prompt.',
          defaultDescription: 'the one that the model has on Hugging Face',
          examples: ['{% for message in messages %}{{ message.content }}{% endfor %}'],
        },
        eos_token: {
          type: ['string', 'null'],
          description: 'The token with which the model ends its answer.',
          defaultDescription: 'the one that the model has on Hugging Face',
          examples: ['<|eot_id|>'],
        },
      },
    },
  ],
};
