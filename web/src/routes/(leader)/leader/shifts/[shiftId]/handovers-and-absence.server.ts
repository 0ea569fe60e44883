import { markUntil } from '@kaifong/shared/attendance/no-show-rules.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { HandoverOnBehalf } from '@kaifong/shared/scheduling/handover/handover.ts';
import { signUpEndsAt } from '@kaifong/shared/scheduling/rules.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';

type Shift = Readonly<{ state: string; startsAt: Instant; endsAt: Instant; signUpClosesAt?: Instant | undefined }>;
type Person = Readonly<{ volunteerId: string; name: string }>;

/** Who of a shift looks for a substitute, and once it is over, who was not seen there. */
export async function handoversAndAbsence(
  event: Caller,
  shiftId: string,
  shift: Shift,
  people: readonly Person[],
  now: Instant,
) {
  const calls = api(event).api;
  const param = { shiftId };
  const query = { limit: '100' };
  const isHeld = shift.state === 'open' || shift.state === 'finished';
  const isOver = isHeld && now >= shift.endsAt;
  const [handovers, absent] = await Promise.all([
    isHeld ? read(calls.handovers['of-shift'][':shiftId'].$get({ param, query })) : { items: [] },
    isOver ? read(calls['no-shows']['of-shift'][':shiftId'].$get({ param, query })) : { items: [] },
  ]);
  const looking = new Set(handovers.items.flatMap(({ state, giverId }) => (state === 'open' ? [giverId] : [])));
  return {
    handovers: {
      handovers: handovers.items,
      people: people.filter(({ volunteerId }) => !looking.has(volunteerId)),
      isOpen: shift.state === 'open' && now < signUpEndsAt(shift),
    },
    absence: { people: absent.items, until: markUntil(shift), isOpen: now <= markUntil(shift) },
  };
}

type OfShift = RequestEvent<{ shiftId: string }>;

/** What a leader does about it. */
export const handoverAndAbsenceActions = {
  askOnBehalf: async (event: OfShift) => {
    const form = await readForm(event);
    const json = { ...event.params, volunteerId: form.text('volunteerId'), to: form.text('to') } as HandoverOnBehalf;
    const outcome = await outcomeOf(api(event, form.idempotencyKey).api.handovers['on-behalf'].$post({ json }));
    return outcome.ok ? { isAsked: true } : problemToFail(outcome.problem, form);
  },

  withdrawHandover: async (event: OfShift) => {
    const form = await readForm(event);
    const param = { ...event.params, handoverId: form.text('handoverId') };
    const one = api(event, form.idempotencyKey).api.handovers[':shiftId'][':handoverId'];
    const outcome = await outcomeOf(one.$delete({ param }));
    return outcome.ok ? { isWithdrawn: true } : problemToFail(outcome.problem, form);
  },

  markNoShow: async (event: OfShift) => {
    const form = await readForm(event);
    const json = { volunteerId: form.text('volunteerId') };
    const ofShift = api(event, form.idempotencyKey).api['no-shows']['of-shift'][':shiftId'];
    const outcome = await outcomeOf(ofShift.$post({ param: event.params, json }));
    return outcome.ok ? { isMarked: true } : problemToFail(outcome.problem, form);
  },

  takeBackNoShow: async (event: OfShift) => {
    const form = await readForm(event);
    const param = { ...event.params, volunteerId: form.text('volunteerId') };
    const ofShift = api(event, form.idempotencyKey).api['no-shows']['of-shift'][':shiftId'];
    const outcome = await outcomeOf(ofShift[':volunteerId'].$delete({ param }));
    return outcome.ok ? { isMarked: false } : problemToFail(outcome.problem, form);
  },
};
