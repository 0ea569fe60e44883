import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { formatMoment } from '#lib/components/moment.ts';
import { monthsUpTo } from '#lib/volunteer/months.ts';
import type { PageServerLoad } from './$types';

/** As long as points last, and a year more. */
const monthsShown = 36;

/** The months to choose from, this one first. */
export const load: PageServerLoad = (event) => {
  const months = monthsUpTo(dayOf(toInstant(Date.now())), monthsShown).toReversed();
  return {
    months: months.map((month) => ({
      value: month,
      label: formatMoment(month, 'month', event.locals.locale),
    })),
  };
};
