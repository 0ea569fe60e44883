import type { PageLoad } from './$types';

/** Offers are rare: what shows them comes with the page only when there is one. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  OfferCard: data.offers.length > 0 ? (await import('#lib/volunteer/OfferCard.svelte')).default : undefined,
});
