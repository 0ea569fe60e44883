import { type Draft, noPlace } from './draft.ts';
import { type Numbers, reals } from './numbers.ts';
import type { Pricer } from './pricing.ts';

/** Gives each volunteer in turn the week that is best for the whole as the others stand now. It never loses value. */
export function sweep(draft: Draft, pricer: Pricer): void {
  for (let volunteer = 0; volunteer < draft.instance.volunteers; volunteer++) {
    draft.clear(volunteer);
    pricer.best(volunteer, draft.nextWorth);
    draft.assign(pricer.chosen, pricer.count);
  }
}

/** Builds a draft anew by prices: each volunteer in turn takes her best week among the roles that still have a place. */
export function buildByPrices(draft: Draft, pricer: Pricer, price: Numbers, order: Numbers): void {
  const { volunteers, roles, role } = draft.instance;
  for (let volunteer = 0; volunteer < volunteers; volunteer++) draft.clear(volunteer);
  const open = reals(roles);
  for (let each = 0; each < roles; each++) open[each] = draft.nextWorth[each] > 0 ? price[each] : noPlace;
  for (let index = 0; index < order.length; index++) {
    pricer.best(order[index], open);
    draft.assign(pricer.chosen, pricer.count);
    for (let taken = 0; taken < pricer.count; taken++) {
      const full = role[pricer.chosen[taken]];
      if (draft.nextWorth[full] < 0) open[full] = noPlace;
    }
  }
}
