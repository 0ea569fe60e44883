import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { type Scope, scopeParam } from '@kaifong/shared/organisation/scope.ts';
import { newShiftLimits } from '@kaifong/shared/scheduling/rules.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { meetingRooms } from '#lib/leader/meeting-rooms.server.ts';
import { skillWords } from '#lib/people/skills.server.ts';

/** What every form of a series offers. */
export async function seriesChoices(event: Caller, team: Scope) {
  const [skills, rooms] = await Promise.all([skillWords(event), meetingRooms(event, team)]);
  return {
    today: dayOf(toInstant(Date.now())),
    skills: skills.open(),
    mostPlaces: newShiftLimits.mostPlaces,
    rooms: rooms.map(({ value, label }) => ({ value, label })),
  };
}

/** The activities of a team, to choose one. */
export async function activityChoices(event: Caller, team: string) {
  const { items } = await read(api(event).api.activities.$get({ query: { team, limit: '100' } }));
  return items.map(({ id, title, place }) => ({ value: id, label: title, hint: place.name }));
}

/** The members of a team, to invite one. */
export async function memberChoices(event: Caller, team: string) {
  const { items } = await read(
    api(event).api.teams[':team'].members.$get({
      param: { team: scopeParam(team) },
      query: { state: 'member', limit: '100' },
    }),
  );
  return items.map(({ volunteerId, name, number }) => ({ value: volunteerId, label: `${name} ${number}` }));
}
