import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import type { Place } from '@kaifong/shared/organisation/schema.ts';
import { communityOf, parentOf, type Scope, streetOf } from '@kaifong/shared/organisation/scope.ts';
import { streetAt } from '@kaifong/shared/organisation/streets.ts';
import { isThereOn } from '@kaifong/shared/organisation/validity.ts';
import type { MeetingPlace } from '@kaifong/shared/scheduling/schema.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { placeName } from '#lib/places/place-name.ts';
import { allBelow } from '#lib/places/places.server.ts';

/** A room of a governance centre, and how somebody finds it: it lies where its street or community does, as far as that is known. */
export type MeetingRoom = Readonly<{
  value: Scope;
  label: string;
  place: Pick<MeetingPlace, 'name' | 'address' | 'room'>;
}>;

/** The rooms of the governance centres of a team's street and community. */
export async function meetingRooms(event: Caller, team: Scope): Promise<MeetingRoom[]> {
  const today = dayOf(toInstant(Date.now()));
  const homes = [streetOf(team), communityOf(team)].filter((home) => home !== undefined);
  const rooms = await Promise.all(homes.map((home) => allBelow(event, home, 'rooms')));
  return rooms
    .flat()
    .filter((room) => isThereOn(room, today))
    .map((room) => {
      const label = [placeName(room, event.locals.locale), room.whereabouts].filter(Boolean).join(' · ');
      return { value: room.scope, label, place: meetingIn(room) };
    });
}

/** As the place writes itself, since everybody reads it. */
function meetingIn({ scope, name, whereabouts }: Place): MeetingRoom['place'] {
  const street = streetAt(streetOf(parentOf(scope) ?? '') ?? '');
  return {
    name: `${street?.name['zh-Hans'] ?? ''}综治中心${name}`.slice(0, 60),
    room: scope,
    ...(whereabouts && { address: whereabouts }),
  };
}
