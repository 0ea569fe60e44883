import { parentOf, type Scope } from '@kaifong/shared/organisation/scope.ts';
import type { MeetingPlace } from '@kaifong/shared/scheduling/schema.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import type { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { meetingRooms } from '#lib/leader/meeting-rooms.server.ts';
import { teamCentre } from '#lib/leader/team-centre.server.ts';

/**
 * Where people meet, as the fields of `PlaceFields` say; nothing for where the activity meets. A room lies where its street or community does; a
 * place under the name that it had stays on the map where it was, and another one begins at the centre of the team's community.
 */
export async function placeFrom(
  event: Caller,
  form: SubmittedForm,
  team: Scope,
  before?: MeetingPlace,
): Promise<{ place?: MeetingPlace }> {
  const [chosen, name, address] = ['room', 'name', 'address'].map((field) => form.optional(`place.${field}`));
  const typed = { ...(name && { name }), ...(address && { address }) };
  if (chosen !== undefined) {
    const found = (await meetingRooms(event, team)).find(({ value }) => value === chosen)?.place;
    const room = found ?? { name: '', room: chosen };
    return { place: { ...room, ...typed, ...(await teamCentre(event, parentOf(chosen) ?? team)) } };
  }
  if (name === undefined && address === undefined) return {};
  const isWhereItWas = before !== undefined && before.room === undefined && before.name === name;
  const { longitude, latitude } = isWhereItWas ? before : await teamCentre(event, team);
  return { place: { name: '', ...typed, longitude, latitude } };
}
