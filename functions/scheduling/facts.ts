import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import type { SignedUpVolunteer } from '@kaifong/shared/scheduling/schema.ts';
import { type Lookup, lookUp } from '../platform/lookup.ts';
import type { SchedulingDeps } from './deps.ts';
import { SeatItem, ShiftItem, ShiftMessageItem, SignUpItem } from './scheduling.table.ts';
import { countFreePlaces, freePlaces } from './sign-up/free-places.ts';

/** What other contexts may know of a shift. */
export type ShiftFacts = Readonly<
  Pick<
    ShiftItem,
    'id' | 'activityId' | 'title' | 'kind' | 'teamScope' | 'startsAt' | 'endsAt' | 'place' | 'state' | 'calledOff'
  >
>;

/** Whether a volunteer has a place in a shift, or had one. */
export type SignUpFacts = Readonly<{ state: 'signedUp' | 'cancelled'; since: string; reason?: string }>;

/** Shifts and who has a place in them, for other contexts. */
export function schedulingFacts({ table, people }: SchedulingDeps) {
  async function shiftFacts(shiftId: string): Promise<ShiftFacts | undefined> {
    return factsOf(await table.get(ShiftItem, { id: shiftId }));
  }

  /** It, to be read together with other items. */
  function lookupShiftFacts(shiftId: string): Lookup<ShiftFacts | undefined> {
    const { read, ...rest } = table.lookup(ShiftItem, { id: shiftId });
    return { ...rest, read: async (rows) => factsOf(await read(rows)) };
  }

  function lookupSignUp(
    { id: shiftId, startsAt }: Pick<ShiftFacts, 'id' | 'startsAt'>,
    volunteerId: string,
  ): Lookup<SignUpFacts | undefined> {
    const { read, ...rest } = table.lookup(SignUpItem, { volunteerId, shiftId, startsAt });
    return { ...rest, read: async (rows) => signUpFactsOf(await read(rows)) };
  }

  return {
    /** A shift, or `undefined`. */
    shiftFacts,
    lookupShiftFacts,

    /** A shift whose start is thought to be known, and where a volunteer stands with it now. */
    async standingIn(
      { shiftId, startsAt }: Readonly<{ shiftId: string; startsAt: string }>,
      volunteerId: string | undefined,
    ): Promise<{ shift: ShiftFacts; state?: SignUpItem['state'] | undefined } | undefined> {
      const shifts = table.lookup(ShiftItem, { id: shiftId });
      if (volunteerId === undefined) {
        const shift = await shiftFacts(shiftId);
        return shift && { shift };
      }
      const [item, signUp] = await lookUp([shifts, table.lookup(SignUpItem, { volunteerId, startsAt, shiftId })]);
      const shift = factsOf(item);
      if (!shift || shift.startsAt === startsAt) return shift && { shift, state: signUp?.state };
      const moved = await table.get(SignUpItem, { volunteerId, startsAt: shift.startsAt, shiftId });
      return { shift, state: moved?.state };
    },

    /** How many places of a shift are free, as of a moment ago. */
    freePlacesOf: (shiftId: string): Promise<number> => countFreePlaces(table, shiftId),

    /** How the open shifts of a team that begin in a time are staffed; of the first hundred. */
    async staffingOf(team: string, from: string, to: string) {
      const range = { from, to };
      const { items } = await table.query(ShiftItem, `SHIFTS#${team}`, { index: 'byTeam', range, limit: 100 });
      const counted = await freePlaces(
        table,
        items.filter(({ state }) => state === 'open'),
      );
      const short = counted.filter(({ freePlaces: free }) => free > 0);
      const free = short.reduce((total, shift) => total + shift.freePlaces, 0);
      return { shifts: counted.length, understaffed: short.length, free };
    },

    /** The sign-up of a volunteer; `undefined` for one who never had a place. */
    async signUpOf(shiftId: string, volunteerId: string): Promise<SignUpFacts | undefined> {
      const shift = await shiftFacts(shiftId);
      return shift && signUpFactsOf(await table.get(SignUpItem, { volunteerId, shiftId, startsAt: shift.startsAt }));
    },

    /** The same of a shift that is known, to be read together with other items. */
    lookupSignUp,

    /** What a leader wrote to all who have a place in a shift; `undefined` when its time is over. */
    async messageOf(shiftId: string, eventId: string): Promise<string | undefined> {
      return (await table.get(ShiftMessageItem, { shiftId, eventId }))?.text;
    },

    /** Who has a place in a shift, by number of the seat. A page may be shorter than asked and yet not be the last. */
    async signUpsOf(shiftId: string, { limit, cursor }: PageQuery): Promise<Page<SignedUpVolunteer>> {
      const range = { beginsWith: 'SHIFT#' };
      const seats = await table.query(SeatItem, `SHIFT#${shiftId}`, { range, limit, cursor });
      const taken = seats.items.flatMap(({ state, volunteerId }) =>
        state === 'taken' && volunteerId !== undefined ? [volunteerId] : [],
      );
      const volunteers = await people.findVolunteers(taken);
      const items = volunteers.map(({ id, name }) => ({ volunteerId: id, name }));
      return { items, ...(seats.cursor && { cursor: seats.cursor }) };
    },
  };
}

function factsOf(item: ShiftItem | undefined): ShiftFacts | undefined {
  if (!item) return undefined;
  const { id, activityId, title, kind, teamScope, startsAt, endsAt, place, state, calledOff } = item;
  return { id, activityId, title, kind, teamScope, startsAt, endsAt, place, state, calledOff };
}

function signUpFactsOf(item: SignUpItem | undefined): SignUpFacts | undefined {
  if (item?.state !== 'signedUp' && item?.state !== 'cancelled') return undefined;
  const { state, since, reason } = item;
  return { state, since, ...(reason !== undefined && { reason }) };
}
