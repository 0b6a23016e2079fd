/** Made by tools/ajv-plugin.mjs from the schemas while bundling. */
declare module 'compiled-validators' {
  import type { ErrorObject } from 'ajv';

  interface Validator {
    (value: unknown): boolean;
    errors?: ErrorObject[] | null;
  }

  export const configuration: Validator;
  export const profiles: Validator;
}
