import type { PageLoad } from './$types';

/** What is rare on this page comes with it only when it is needed: offers, who is not active, nothing ahead. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  OfferCard: data.offers.length > 0 ? (await import('#lib/volunteer/OfferCard.svelte')).default : undefined,
  NotActive: data.notActive ? (await import('./NotActive.svelte')).default : undefined,
  NoShift: data.next.length === 0 && !data.notActive ? (await import('./NoShift.svelte')).default : undefined,
});
