import { holdingsIn } from '@kaifong/shared/people/rights/holdings.ts';
import type { PageServerLoad } from './$types';

/** What everybody may read before she gives us anything. */
export const load: PageServerLoad = ({ locals }) => ({ holdings: holdingsIn(locals.locale) });
