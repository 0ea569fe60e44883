import { parentOf, type Scope } from '@kaifong/shared/organisation/scope.ts';
import type { MeetingPlace } from '@kaifong/shared/scheduling/schema.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { meetingRooms } from '#lib/leader/meeting-rooms.server.ts';
import { teamCentre } from '#lib/leader/team-centre.server.ts';
import { placeIn } from './place-form.ts';

/** The place that a form gives each shift of a series. A room lies where its street or community does, another place where the team's does. */
export async function placeFrom(
  event: Caller,
  form: SubmittedForm,
  team: Scope,
  before?: MeetingPlace,
): Promise<{ place?: MeetingPlace }> {
  const chosen = form.optional('place.room');
  const centre = await teamCentre(event, (chosen && parentOf(chosen)) ?? team);
  const room = chosen === undefined ? undefined : await roomOf(event, team, chosen);
  const place = placeIn(form, { before, room, centre });
  return place ? { place } : {};
}

/** What is known of a room; one that is not there is left for the API to refuse. */
async function roomOf(event: Caller, team: Scope, chosen: string): Promise<Partial<MeetingPlace>> {
  const found = (await meetingRooms(event, team)).find(({ value }) => value === chosen)?.place;
  return found ?? { room: chosen };
}
