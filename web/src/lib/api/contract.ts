/** The routes of the API, for the typed client. A type only: nothing of the server's code reaches the site. */
export type { Api } from '@kaifong/functions/api.ts';
