import type { PageLoad } from './$types';

// Made at build time, and read without any script, like a leaflet: it shows at once, and nothing in it tells who looks at it.
export const prerender = true;
export const csr = false;

export const load: PageLoad = () => ({ prerendered: true });
