import { askableFrom } from '@kaifong/shared/attendance/amendments/rules.ts';
import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { mostMegabytes } from '@kaifong/shared/people/certificates/certificate-limits.ts';
import { redirect } from '@sveltejs/kit';
import { claimFrom, refusalOf, tooLarge } from '#lib/amendments/claim.server.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { wallClock } from '#lib/leader/wall-clock.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whose hours of a shift a leader can ask for, once entering them is over. */
export const load: PageServerLoad = async (event) => {
  const { params, locals } = event;
  const client = api(event).api.shifts[':shiftId'];
  const [shift, roll] = await Promise.all([
    read(client.$get({ param: params })),
    read(client.attendance.$get({ param: params, query: { limit: '100' } })),
  ]);
  const now = toInstant(Date.now());
  const { opensAt, closesAt } = askableFrom(shift);
  return {
    shiftId: params.shiftId,
    title: shift.title,
    likely: { from: wallClock(shift.startsAt).slice(11), until: wallClock(shift.endsAt).slice(11) },
    opensAt,
    isOpen: now >= opensAt && now <= closesAt,
    people: roll.items
      .filter(({ volunteerId }) => volunteerId !== locals.me?.volunteerId)
      .map(({ volunteerId, name }) => ({ value: volunteerId, label: name })),
    megabytes: mostMegabytes,
    isAsked: event.url.searchParams.has('asked'),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const refused = tooLarge(event, 'amendment');
    if (refused) return problemToFail(refused.problem, refused.form);
    const form = await readForm(event);
    const { shiftId } = event.params;
    const { startsAt, endsAt } = await read(api(event).api.shifts[':shiftId'].$get({ param: { shiftId } }));
    const sent = await claimFrom(event, form, { shiftId, startsAt, endsAt });
    if (!sent.ok) return problemToFail(sent.problem, form);
    const json = { ...sent.claim, volunteerId: form.text('volunteerId') };
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.amendments['for-others'].$post({ json }));
    if (!outcome.ok) return problemToFail(refusalOf(outcome.problem), form);
    redirect(303, '?asked');
  },
};
