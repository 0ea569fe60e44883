import type { PageLoad } from './$types';

// Made at build time, and read without any script (the one it has only dresses it): it shows when the API, the session and the site itself do not.
export const prerender = true;
export const csr = false;

export const load: PageLoad = () => ({ prerendered: true });
