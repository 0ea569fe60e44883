import { localPath } from '#lib/session/local-path.ts';
import type { PageServerLoad } from './$types';

/** Also for whoever is signed in by a code and needs more. */
export const load: PageServerLoad = ({ url }) => ({ to: localPath(url.searchParams.get('to')) });
