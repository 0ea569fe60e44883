import { defineEnvVars } from '@sveltejs/kit/env';

/** What the site reads from the environment when it starts. All of it stays on the server. */
export const variables = defineEnvVars({
  API_ORIGIN: {
    description: 'Where the API answers, without a path: http://127.0.0.1:8788. Needed to run, not to build.',
    schema: (value) => (value === undefined ? undefined : new URL(value).origin),
  },
  GOVERNMENT_SIGN_IN: {
    description: 'With 1 the site offers to sign in by the identity provider that the API is registered with.',
    schema: (value) => value === '1',
  },
  KAIFONG_DEMO: {
    description: 'With 1 the site says DEMO on every page and shows the one-time code that the API hands it.',
    schema: (value) => value === '1',
  },
});
