import { leaderEntersUntil } from '@kaifong/shared/attendance/rules.ts';
import type { LeaderEntry, ReviewDecision } from '@kaifong/shared/attendance/schema.ts';
import { type Instant, toInstant } from '@kaifong/shared/kernel/time.ts';
import { newShiftLimits } from '@kaifong/shared/scheduling/rules.ts';
import { signUpModeNames } from '@kaifong/shared/scheduling/sign-up/sign-up-modes.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { choicesOf } from '#lib/components/choice.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { problemOf } from '#lib/forms/faults.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { meetingRooms } from '#lib/leader/meeting-rooms.server.ts';
import { pointsInWords } from '#lib/leader/shift-points.server.ts';
import { shiftView } from '#lib/leader/shift-view.server.ts';
import { instantFrom, wallClock } from '#lib/leader/wall-clock.ts';
import { wordingView } from '#lib/leader/wording-form.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { handoverAndAbsenceActions, handoversAndAbsence } from './handovers-and-absence.server.ts';
import { relocate } from './relocation.server.ts';
import { rollChanges } from './roll-changes.ts';
import { changeWording } from './wording.server.ts';

export const load: PageServerLoad = async (event) => {
  const { params, url, locals } = event;
  event.depends(rollChanges);
  const param = { shiftId: params.shiftId };
  const client = api(event).api.shifts[':shiftId'];
  const query = { limit: '100', ...pageQuery(url) };
  const [shift, roll, skills] = await Promise.all([
    read(client.$get({ param })),
    read(client.attendance.$get({ param, query })),
    skillWords(event),
  ]);
  const now = toInstant(Date.now());
  const isAhead = shift.state !== 'cancelled' && now < shift.startsAt;
  const noLater = (instant: Instant) => wallClock(instant < now ? instant : now);
  return {
    shift: shiftView(shift, now, skills),
    people: roll.items,
    points: await pointsInWords(event, params.shiftId, roll.items),
    cursor: roll.cursor,
    ...(await handoversAndAbsence(event, params.shiftId, shift, roll.items, now)),
    /** Whether everybody is on this page, so that they can be counted. */
    isWhole: !url.searchParams.has('cursor') && roll.cursor === undefined,
    isEntryOpen: now <= leaderEntersUntil(shift),
    /** What most likely is to be entered by hand, as a field shows it. */
    likely: { in: noLater(shift.startsAt), out: noLater(shift.endsAt), latest: wallClock(now) },
    ownVolunteerId: locals.me?.volunteerId,
    mostPlaces: newShiftLimits.mostPlaces,
    wording: wordingView(shift, now),
    modes: choicesOf(signUpModeNames, locals.locale),
    /** What the form for another place begins with, as long as people have not begun. */
    relocation: isAhead && {
      place: shift.place,
      rooms: (await meetingRooms(event, shift.teamScope)).map(({ value, label }) => ({ value, label })),
    },
    mayCallOff: isAhead,
    done: url.searchParams.get('done'),
  };
};

export const actions: Actions = {
  ...handoverAndAbsenceActions,
  changeWording,
  relocate,

  publish: async (event) => {
    const form = await readForm(event);
    const param = { shiftId: event.params.shiftId };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.shifts[':shiftId'].publication.$post({ param }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, '?done=published');
  },

  setPlaces: async (event) => {
    const form = await readForm(event);
    const param = { shiftId: event.params.shiftId };
    const [role, seen, leaving] = [form.integer('role'), form.integer('seen'), form.list('leaving')];
    const json = {
      places: form.integer('places') as number,
      ...(role !== undefined && { role }),
      ...(seen !== undefined && { seen }),
      ...(leaving.length > 0 && { leaving }),
      ...(form.text('reason') && { reason: form.text('reason') }),
    };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.shifts[':shiftId'].places.$put({ param, json }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, '?done=places');
  },

  callOff: async (event) => {
    const form = await readForm(event);
    const param = { shiftId: event.params.shiftId };
    const json = { reason: form.text('reason') };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.shifts[':shiftId'].cancellation.$post({ param, json }),
    );
    if (!outcome.ok) return problemToFail(outcome.problem, form);
    redirect(303, event.url.pathname);
  },

  /** Enters for somebody that they came or went: now, or at the time that was typed. */
  enter: async (event) => {
    const form = await readForm(event);
    const volunteerId = form.text('volunteerId');
    const at = instantFrom(form.text('at'));
    if ('at' in form.values && at === undefined) {
      return problemToFail(problemOf([{ path: 'at', code: 'field.instant' }], event.locals.locale), form);
    }
    const json = { volunteerId, what: form.text('what'), ...(at && { at }) } as LeaderEntry;
    const param = { shiftId: event.params.shiftId };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.shifts[':shiftId']['check-ins']['by-leader'].$post({ param, json }),
    );
    return outcome.ok ? { changed: volunteerId } : problemToFail(outcome.problem, form);
  },

  /** Lets something that a phone brought late count, or dismisses it. */
  review: async (event) => {
    const form = await readForm(event);
    const volunteerId = form.text('volunteerId');
    const param = { shiftId: event.params.shiftId, volunteerId, entryId: form.text('entryId') };
    const json = { verdict: form.text('verdict') } as ReviewDecision;
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.shifts[':shiftId'].attendance[':volunteerId'].reviews[':entryId'].$post({
        param,
        json,
      }),
    );
    return outcome.ok ? { changed: volunteerId } : problemToFail(outcome.problem, form);
  },

  confirm: async (event) => {
    const form = await readForm(event);
    const volunteerId = form.text('volunteerId');
    const param = { shiftId: event.params.shiftId, volunteerId };
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey).api.shifts[':shiftId'].attendance[':volunteerId'].confirmation.$post({ param }),
    );
    return outcome.ok ? { changed: volunteerId } : problemToFail(outcome.problem, form);
  },
};
