import { helpKinds } from '@kaifong/shared/points/help/help-kinds.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import type { Choice } from '#lib/components/choice.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { namesOf } from '#lib/places/places.server.ts';

/** What is asked for at a place, and the activities of a team that it may become a shift of. */
export async function helpDesk(event: Caller & { url: URL }, place: string, team: string | undefined) {
  const client = api(event).api;
  const [page, activities] = await Promise.all([
    read(client['help-requests'].$get({ query: { place, ...pageQuery(event.url) } })),
    team ? read(client.activities.$get({ query: { team, limit: '100' } })) : undefined,
  ]);
  const names = await namesOf(
    event,
    page.items.map(({ community }) => community),
  );
  const { locale } = event.locals;
  return {
    team,
    activities: activities?.items.map(({ id, title }): Choice => ({ value: id, label: title })) ?? [],
    helps: page.items.map((help) => ({
      ...help,
      kindName: helpKinds[help.kind][locale],
      communityName: names.get(help.community) ?? '',
    })),
    cursor: page.cursor,
  };
}
export type HelpDesk = Awaited<ReturnType<typeof helpDesk>>;

/** What a leader or a coordinator makes of a request. */
export const helpDeskActions = {
  plan: async (event: RequestEvent) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api['help-requests'][':helpId'].shift;
    const param = { helpId: form.text('helpId') };
    const outcome = await outcomeOf(route.$post({ param, json: { activityId: form.text('activityId') } }));
    return outcome.ok ? { done: 'planned' as const } : problemToFail(outcome.problem, form);
  },

  decline: async (event: RequestEvent) => {
    const form = await readForm(event);
    const route = api(event, form.idempotencyKey).api['help-requests'][':helpId'].refusal;
    const param = { helpId: form.text('helpId') };
    const outcome = await outcomeOf(route.$post({ param, json: { why: form.text('why') } }));
    return outcome.ok ? { done: 'declined' as const } : problemToFail(outcome.problem, form);
  },
};
