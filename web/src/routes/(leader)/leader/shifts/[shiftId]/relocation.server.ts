import { parentOf, type Scope } from '@kaifong/shared/organisation/scope.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { problemOf } from '#lib/forms/faults.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { meetingRooms } from '#lib/leader/meeting-rooms.server.ts';
import { relocationFrom } from '#lib/leader/relocation-form.ts';
import { teamCentre } from '#lib/leader/team-centre.server.ts';
import type { Action, RequestEvent } from './$types';
import { check } from './relocation-check.ts';

/** A room with where it lies, if it is one that the team may meet in. */
async function roomOf(event: RequestEvent, shiftId: string, room: Scope | undefined) {
  if (room === undefined) return undefined;
  const { teamScope } = await read(api(event).api.shifts[':shiftId'].$get({ param: { shiftId } }));
  const found = (await meetingRooms(event, teamScope)).find(({ value }) => value === room);
  return found && { ...found.place, ...(await teamCentre(event, parentOf(room) ?? teamScope)) };
}

/** Changes where people meet. */
export const relocate: Action = async (event) => {
  const form = await readForm(event);
  const faults = check(form, '');
  if (faults.length > 0) return problemToFail(problemOf(faults, event.locals.locale), form);
  const param = { shiftId: event.params.shiftId };
  const json = relocationFrom(form, await roomOf(event, event.params.shiftId, form.optional('place.room')));
  const client = api(event, form.idempotencyKey).api['team-shifts'][':shiftId'].place;
  const outcome = await outcomeOf(client.$put({ param, json }));
  if (!outcome.ok) return problemToFail(outcome.problem, form);
  redirect(303, '?done=relocated');
};
