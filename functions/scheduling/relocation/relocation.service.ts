import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { shiftErrors } from '@kaifong/shared/scheduling/errors.ts';
import type { ShiftInBrief } from '@kaifong/shared/scheduling/handover/handover.ts';
import { decideRelocation, placeInWords, type Relocation } from '@kaifong/shared/scheduling/relocation/relocation.ts';
import { relocationErrors } from '@kaifong/shared/scheduling/relocation/relocation-errors.ts';
import { shiftRelocated } from '@kaifong/shared/scheduling/relocation/relocation-events.ts';
import type { ShiftWithPlaces } from '@kaifong/shared/scheduling/schema.ts';
import { commit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { SchedulingDeps } from '../deps.ts';
import { HandoverItem, putHandover } from '../handover/handover.table.ts';
import { ShiftItem, SignUpItem, WaitItem } from '../scheduling.table.ts';
import { mustBeRoom } from '../shifts/meeting-room.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { countFreePlaces } from '../sign-up/free-places.ts';

/** Open handovers for which one person is asked by name: more than anybody answers. */
const mostAsked = 100;

/** Sending people to another place for a shift. */
export function relocationService(deps: Pick<SchedulingDeps, 'table' | 'identity' | 'organisation'>) {
  const { table, identity } = deps;
  const shifts = shiftReader(table);

  /** What somebody keeps of a shift, her sign-up, names the place as it is now. */
  function renameIn({ id: shiftId, startsAt, place }: ShiftItem, volunteerId: string): Promise<true> {
    return untilSettled(async () => {
      const signUp = await table.get(SignUpItem, { volunteerId, startsAt, shiftId });
      if (!signUp || signUp.placeName === place.name) return true;
      const { version } = signUp;
      const renamed = { ...signUp, placeName: place.name, version: version + 1 };
      const { committed } = await transact(table.client, {
        signUp: table.put(SignUpItem, renamed, { is: { version } }),
      });
      return committed || undefined;
    });
  }

  /** A handover names the place of what is given, and of what the giver takes over in return. */
  function renameHandover({ id: relocated, place }: ShiftItem, { shiftId, id }: HandoverItem): Promise<true> {
    const renamed = <Brief extends ShiftInBrief>(brief: Brief): Brief =>
      brief.shiftId === relocated ? { ...brief, placeName: place.name } : brief;
    return untilSettled(async () => {
      const handover = await table.get(HandoverItem, { shiftId, id });
      if (handover?.state !== 'open') return true;
      const { placeName } = renamed(handover);
      const inReturn = handover.inReturn && renamed(handover.inReturn);
      if (placeName === handover.placeName && inReturn?.placeName === handover.inReturn?.placeName) return true;
      const write = putHandover(table, handover, { placeName, ...(inReturn && { inReturn }) });
      const { committed } = await transact(table.client, { write });
      return committed || undefined;
    });
  }

  /** The swaps in which somebody who was asked would give her place in this shift for another. */
  async function swapsFor(shift: ShiftItem, volunteerId: string): Promise<HandoverItem[]> {
    const asked = { index: 'openFor', limit: mostAsked } as const;
    const { items } = await table.query(HandoverItem, volunteerId, asked);
    return items.filter(({ inReturn }) => inReturn?.shiftId === shift.id);
  }

  return {
    /**
     * Changes where people meet, until the shift begins; those who have a place are told.
     *
     * @throws AppError shift.changedMeanwhile with the place that somebody else chose, relocation.over, relocation.unchanged, place.unknown,
     * place.closed, platform.invalidInput for what is no room, platform.notFound
     */
    relocate(command: Command, shiftId: string, relocation: Relocation): Promise<ShiftWithPlaces> {
      return untilSettled(async () => {
        const shift = await shifts.mustFind(shiftId);
        command.actor.mustReach('shift.manage', { scope: shift.teamScope });
        const decision = decideRelocation(shift, relocation, command.now);
        switch (decision.kind) {
          case 'over':
            throw new AppError(relocationErrors.over);
          case 'unchanged':
            throw new AppError(relocationErrors.unchanged);
          case 'changedMeanwhile': {
            const facts = { value: placeInWords(decision.place) };
            throw new AppError(shiftErrors.changedMeanwhile, {}, [{ path: 'place.name', code: 'shift.nowIs', facts }]);
          }
        }
        const { place } = relocation;
        await mustBeRoom(deps, place, command.now);
        const { version, state } = shift;
        const relocated = { ...shift, place, relocatedAt: command.now, version: version + 1 };
        const answer = { ...relocated, freePlaces: await countFreePlaces(table, shiftId) };
        const writes = {
          shift: table.put(ShiftItem, relocated, { is: { version } }),
          audit: identity.audit.line(command, 'shift.relocate', `${shiftId} ${shift.teamScope}`),
        };
        const words = { before: placeInWords(shift.place), place: placeInWords(place) };
        const events = state === 'draft' ? [] : [shiftRelocated.make(command.now, { shiftId, ...words })];
        const outcome = await commit(command, table, writes, { answer, events });
        return outcome.committed ? answer : undefined;
      });
    },

    /** Has all that people keep of a shift name the place where it is now. A second call finds nothing left to change. */
    async rename(shiftId: string): Promise<void> {
      const { shift, seats } = await shifts.withSeats(shiftId);
      const partition = `SHIFT#${shiftId}`;
      const { waits } = await table.collect(partition, { beginsWith: 'WAIT#' }, { waits: WaitItem });
      const { handovers } = await table.collect(partition, { beginsWith: 'HANDOVER#' }, { handovers: HandoverItem });
      for (const { volunteerId } of [...seats, ...waits]) {
        if (volunteerId !== undefined) await renameIn(shift, volunteerId);
      }
      for (const { volunteerId } of seats) {
        if (volunteerId !== undefined) handovers.push(...(await swapsFor(shift, volunteerId)));
      }
      for (const handover of handovers) await renameHandover(shift, handover);
    },

    /** The same for somebody who took a place, or began to wait for one, while the shift moved. */
    async renameFor(shiftId: string, volunteerId: string): Promise<void> {
      const shift = await table.get(ShiftItem, { id: shiftId });
      if (shift?.relocatedAt) await renameIn(shift, volunteerId);
    },
  };
}
