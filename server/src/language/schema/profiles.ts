import { profileParams } from './profile-params';
import { withReferences } from './reference';
import type { Schema } from './schema';

/** `Profile` of core/models/profiles.py. */
const profile: Schema = {
  title: 'Profile',
  type: 'object',
  additionalProperties: false,
  description: 'Settings for runs that do not set them themselves.',
  properties: {
    name: {
      type: 'string',
      declares: 'profile',
      description: 'The name of the profile, for `dstack apply --profile NAME`.',
      default: '',
      examples: ['spot'],
      optionalSince: '0.19.26',
    },
    default: {
      type: 'boolean',
      description: 'Whether the profile holds for every run that names no other.',
      default: false,
    },
    ...profileParams,
    max_duration: {
      ...profileParams.max_duration,
      formerly: { until: '0.18.43' },
    },
  },
};

/** `.dstack/profiles.yml`. Mirrors `ProfilesConfig` of core/models/profiles.py. */
export const profiles: Schema = withReferences('profiles.yml', {
  title: 'Profiles file',
  type: 'object',
  additionalProperties: false,
  required: ['profiles'],
  description:
    'Profiles: settings to share between configurations, such as where runs may go and what they may cost.',
  properties: {
    profiles: {
      type: 'array',
      items: profile,
      description: 'The profiles, each with a name of its own.',
      examples: [[{ name: 'spot', spot_policy: 'spot', default: true }]],
      reference: '',
    },
  },
});
