import type { BoardFigures } from '@kaifong/shared/attendance/day-board.ts';
import { day, dayOf, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { wholeAttendance } from '#lib/leader/attendance.server.ts';
import { ownTeams } from '#lib/leader/own-teams.server.ts';
import { phaseOf } from '#lib/leader/shift-phase.ts';
import { shiftsBetween } from '#lib/leader/team-shifts.server.ts';
import { houseFigures } from '#lib/settings/figures.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The shifts of today, of all own teams at once: the page stays on the phone under its bare address. */
export const load: PageServerLoad = async (event) => {
  const now = toInstant(Date.now());
  const today = dayOf(now);
  const [teams, figuresOf] = await Promise.all([ownTeams(event), houseFigures(event)]);
  // A shift of last night may still be on.
  const found = await Promise.all(
    teams.map(({ scope }) => shiftsBetween(event, scope, dayOf(shiftBy(now, -day)), today)),
  );
  const held = found
    .flat()
    .filter((shift) => {
      const phase = phaseOf(shift, now);
      return phase === 'on' || ((phase === 'coming' || phase === 'over') && dayOf(shift.startsAt) === today);
    })
    .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
  const shifts = await Promise.all(
    held.map(async ({ id, title, startsAt, endsAt, place }) => ({
      ...{ id, title, startsAt, endsAt, placeName: place.name },
      figures: boardFigures(figuresOf('attendance', startsAt)),
      people: await wholeAttendance(event, id),
    })),
  );
  return { shifts, now, hasTeam: teams.length > 0, ownVolunteerId: event.locals.me?.volunteerId };
};

/** The board's own among the figures of attendance. */
function boardFigures({ lateAfterMinutes }: BoardFigures): BoardFigures {
  return { lateAfterMinutes };
}

export const actions: Actions = {
  /** Shows a number, so that it can be called. */
  call: async (event) => {
    const form = await readForm(event);
    const param = { shiftId: form.text('shiftId'), volunteerId: form.text('volunteerId') };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api['attendance-calls'][':shiftId'][':volunteerId'].$post({ param }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    return { ...param, mobile: outcome.body.mobile };
  },
};
