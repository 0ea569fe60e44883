import { mayReach } from '@kaifong/shared/identity/permissions.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { recordInWords } from '#lib/volunteer/record-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** What a volunteer served, for her coordinators, and what of it they may take back. */
export const load: PageServerLoad = async (event) => {
  const param = { volunteerId: event.params.volunteerId };
  const query = { limit: '20', ...pageQuery(event.url) };
  const [person, { items, cursor }] = await Promise.all([
    read(api(event).api.volunteers[':volunteerId'].$get({ param })),
    read(api(event).api['service-records'].of[':volunteerId'].$get({ param, query })),
  ]);
  const mayCorrect = (scope: string) => mayReach(event.locals.me?.roles ?? [], 'attendance.correct', { scope });
  const isOwn = person.id === event.locals.me?.volunteerId;
  return {
    person: { id: person.id, name: person.name },
    records: items.map((record) => ({
      ...{ shown: recordInWords(record), seq: record.seq, shiftId: record.shiftId },
      wasTakenBack: record.kind === 'service' && !record.stands,
      mayTakeBack: record.stands && !isOwn && mayCorrect(record.teamScope),
    })),
    cursor,
  };
};

export const actions: Actions = {
  takeBack: async (event) => {
    const form = await readForm(event);
    const param = { shiftId: form.text('shiftId'), volunteerId: event.params.volunteerId };
    const json = { reason: form.text('reason') };
    const route = api(event, form.idempotencyKey).api.shifts[':shiftId'].attendance[':volunteerId'].reversal;
    const outcome = await outcomeOf(route.$post({ param, json }));
    return outcome.ok ? { done: true } : problemToFail(outcome.problem, form);
  },
};
