import type { DomainEvent } from '@kaifong/shared/kernel/events.ts';
import type { Skill } from '@kaifong/shared/people/skills/skills.ts';
import { offerDeclined, placeReleased, signUpCancelled, waitlistLeft } from '@kaifong/shared/scheduling/events.ts';
import { EventItem } from '../../platform/outbox.ts';
import { transact, type Write } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { SchedulingDeps } from '../deps.ts';
import { LineItem, SignUpItem, WaitItem } from '../scheduling.table.ts';
import { shiftReader } from '../shifts/shift-reader.ts';
import { moveTo } from '../standing.ts';
import { readOwn, strike } from './agenda.ts';
import { passOn } from './vacated-seat.ts';

/** Coming shifts that are read at a time; nobody has many. */
const pageSize = 50;

/** Takes somebody out of all shifts to come who may not serve any more. */
export function releaseService({ table, people, now }: Pick<SchedulingDeps, 'table' | 'people' | 'now'>) {
  const shifts = shiftReader(table);

  async function leave(writes: Record<string, Write>, events: readonly DomainEvent[]): Promise<true | undefined> {
    const told = events.map((event) => [event.id, table.put(EventItem, event, { absent: true })]);
    const { committed } = await transact(table.client, { ...writes, ...Object.fromEntries(told) });
    return committed || undefined;
  }

  /** Gives back a place, lets go of an offer or leaves a line: whatever she has of a shift by now. */
  function releaseFrom(volunteerId: string, shiftId: string, lacking?: readonly Skill[]): Promise<true> {
    return untilSettled(async () => {
      const { shift, line } = await shifts.withLine(shiftId);
      const lacks = shift.neededSkill !== undefined && lacking?.includes(shift.neededSkill);
      if (lacking && !lacks) return true;
      const { mine, weeks } = await readOwn(table, volunteerId, shift);
      const at = now();
      if (!mine || at >= shift.startsAt) return true;

      const who = { shiftId, volunteerId };
      if (mine.state === 'waiting') {
        const writes = {
          signUp: moveTo(table, shift, volunteerId, mine, { state: 'left', since: at }),
          wait: table.remove(WaitItem, { ...who, since: mine.since }, { present: true }),
          line: table.adjust(LineItem, { shiftId }, { add: { waiting: -1 } }, { atLeast: { waiting: 1 } }),
        };
        return leave(writes, [waitlistLeft.make(at, who)]);
      }
      if ((mine.state !== 'signedUp' && mine.state !== 'offered') || mine.seat === undefined) return true;
      const { seat, state } = mine;
      const was = { is: { state: state === 'signedUp' ? 'taken' : 'held', volunteerId } } as const;
      const passing = await passOn(table, { shift, line }, { number: seat, was }, at);
      if (!passing) return undefined;
      if (state === 'offered') {
        const declined = moveTo(table, shift, volunteerId, mine, { state: 'declined', since: at, seat });
        return leave({ signUp: declined, ...passing.writes }, [offerDeclined.make(at, who), ...passing.events]);
      }
      const cancelled = moveTo(table, shift, volunteerId, mine, { state: 'cancelled', since: at, seat });
      const skill = lacks ? shift.neededSkill : undefined;
      return leave({ signUp: cancelled, ...strike(table, weeks, shiftId), ...passing.writes }, [
        signUpCancelled.make(at, who),
        ...(skill ? [placeReleased.make(at, { ...who, skill })] : []),
        ...passing.events,
      ]);
    });
  }

  async function releaseEach(volunteerId: string, lacking?: readonly Skill[]): Promise<void> {
    const from = `SIGNUP#${now()}`;
    let cursor: string | undefined;
    do {
      const range = { from, to: 'SIGNUP#~' };
      const page = await table.query(SignUpItem, `VOLUNTEER#${volunteerId}`, { range, limit: pageSize, cursor });
      for (const { shiftId } of page.items) await releaseFrom(volunteerId, shiftId, lacking);
      cursor = page.cursor;
    } while (cursor);
  }

  return {
    releaseFrom,

    /**
     * Gives back everything of hers that is still to come, unless she may serve by now. A second call finds nothing left to do.
     */
    async releaseAll(volunteerId: string): Promise<void> {
      const volunteer = await people.findVolunteer(volunteerId);
      if (volunteer?.state === 'active') return;
      await releaseEach(volunteerId);
    },

    /**
     * Gives back what is still to come and needs one of these skills, unless she has it again by now. A second call finds nothing left to
     * do.
     */
    async releaseNeeding(volunteerId: string, skills: readonly Skill[]): Promise<void> {
      const volunteer = await people.findVolunteer(volunteerId);
      const lacking = skills.filter((skill) => !volunteer?.skills.includes(skill));
      if (lacking.length > 0) await releaseEach(volunteerId, lacking);
    },
  };
}
