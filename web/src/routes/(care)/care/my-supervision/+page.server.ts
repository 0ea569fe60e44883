import { lastDayCovered } from '@kaifong/shared/care/counsellors/counsellor-standing.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import { careApi } from '../../care-client.server.ts';
import { shownDiscussion } from '../../discussion-view.ts';
import { shownSupervision } from '../../supervision-view.ts';
import type { Actions, PageServerLoad } from './$types';

/** A counsellor's own supervision. */
export const load: PageServerLoad = async (event) => {
  const own = careApi(event)['own-supervision'];
  const query = { limit: '10', ...pageQuery(event.url) };
  const [supervision, sessions, brought, checkIns] = await Promise.all([
    read(own.$get()),
    read(own.sessions.$get({ query })),
    read(careApi(event)['own-discussions'].$get({ query: { limit: '5' } })),
    read(careApi(event)['own-check-ins'].$get({ query: { limit: '1' } })),
  ]);
  const { planned, supervisedUntil, ...rest } = supervision;
  return {
    ...rest,
    supervisedUntil: lastDayCovered(supervisedUntil),
    planned: planned && shownSupervision(planned),
    past: sessions.items.filter(({ state }) => state !== 'planned').map((each) => shownSupervision(each)),
    cursor: sessions.cursor,
    brought: brought.items.map(shownDiscussion),
    hasBrought: event.url.searchParams.has('brought'),
    isCheckInDue: checkIns.isDue,
  };
};

export const actions: Actions = {
  takeBack: async (event) => {
    const form = await readForm(event);
    const param = { discussionId: form.text('discussionId') };
    const { withdrawal } = careApi(event, form.idempotencyKey).discussions[':discussionId'];
    const outcome = await outcomeOf(withdrawal.$post({ param }));
    return outcome.ok ? { news: m.discussing_takenBack() } : problemToFail(outcome.problem, form);
  },

  phone: async (event) => {
    const form = await readForm(event);
    const json = { mobile: form.text('mobile') };
    const outcome = await outcomeOf(careApi(event, form.idempotencyKey)['own-supervision'].phone.$post({ json }));
    return outcome.ok ? { news: m.supervising_kept() } : problemToFail(outcome.problem, form);
  },
};
