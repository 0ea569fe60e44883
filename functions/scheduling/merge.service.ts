import { type mergeBegun, mergePartDone } from '@kaifong/shared/people/merging/merge-events.ts';
import { signedUp, signUpCancelled } from '@kaifong/shared/scheduling/events.ts';
import { overlap } from '@kaifong/shared/scheduling/rules.ts';
import { EventItem } from '../platform/outbox.ts';
import { transact, type Write } from '../platform/transact.ts';
import { untilSettled } from '../platform/until-settled.ts';
import type { SchedulingDeps } from './deps.ts';
import {
  MovedSignUp,
  MovedSignUps,
  SeatItem,
  type ShiftItem,
  SignUpItem,
  WaitItem,
  waitFor,
} from './scheduling.table.ts';
import { regularMerge } from './series/regular-merge.ts';
import { shiftReader } from './shifts/shift-reader.ts';
import { enter, entriesOf, readOwn, strike } from './sign-up/agenda.ts';
import { releaseService } from './sign-up/release.service.ts';
import { moveTo } from './standing.ts';

type Pair = ReturnType<typeof mergeBegun.read>;
type Holding = Pick<MovedSignUp, 'state' | 'since' | 'seat' | 'offeredUntil'>;

/** Coming shifts that are read at a time; nobody has many. */
const pageSize = 50;

/**
 * Passes what one record of a person has of shifts to come, and her regular places, to the other record. The seat itself passes from hand to hand, so that there is
 * never one too many; what the other record cannot take, because she is busy then or has it already, is given back for others.
 */
export function mergeService(deps: Pick<SchedulingDeps, 'table' | 'people' | 'now'>) {
  const { table, now } = deps;
  const shifts = shiftReader(table);
  const { releaseFrom } = releaseService(deps);

  /** Passes a sign-up from one to another; `false` when there is nothing (more) to pass, or no taking it. */
  function pass(shift: ShiftItem, from: string, to: string, note: (held: Holding) => Record<string, Write>) {
    return untilSettled(async (): Promise<boolean | undefined> => {
      const [hers, theirs] = await Promise.all([readOwn(table, from, shift), readOwn(table, to, shift)]);
      const at = now();
      const held = hers.mine && holdingOf(hers.mine);
      if (!held || at >= shift.startsAt) return false;
      const isBusy = held.state === 'signedUp' && entriesOf(theirs.weeks).some((entry) => overlap(entry, shift));
      if (isBusy || (theirs.mine && holdingOf(theirs.mine))) return false;
      const { state, since, seat, offeredUntil } = held;
      const left = state === 'waiting' ? 'left' : state === 'offered' ? 'declined' : 'cancelled';
      const { committed } = await transact(table.client, {
        from: moveTo(table, shift, from, hers.mine, { state: left, since: at, ...(seat && { seat }) }),
        to: moveTo(table, shift, to, theirs.mine, {
          ...{ state, since },
          ...(seat && { seat }),
          ...(offeredUntil && { offeredUntil }),
        }),
        ...placeWrites(shift, from, to, held),
        ...(state === 'signedUp' && {
          ...prefixed('from', strike(table, hers.weeks, shift.id)),
          ...prefixed('to', enter(table, theirs.weeks, shift)),
          told: table.put(EventItem, signedUp.make(at, { shiftId: shift.id, volunteerId: to }), { absent: true }),
        }),
        ...note(held),
      });
      return committed || undefined;
    });
  }

  /** The writes by which a seat or a place in line goes from hand to hand. */
  function placeWrites(shift: ShiftItem, from: string, to: string, held: Holding): Record<string, Write> {
    const { id: shiftId } = shift;
    const { state, seat: number, offeredUntil: until, since } = held;
    if (state === 'waiting') {
      return {
        wait: table.remove(WaitItem, { shiftId, volunteerId: from, since }, { present: true }),
        waitOfOther: table.put(WaitItem, waitFor(shift, to, since), { absent: true }),
      };
    }
    if (number === undefined) throw new Error(`${from} has no seat in ${shiftId}`);
    const isHers = { is: { state: state === 'offered' ? ('held' as const) : ('taken' as const), volunteerId: from } };
    const seat: SeatItem =
      state === 'offered'
        ? { shiftId, number, state: 'held', volunteerId: to, until }
        : { shiftId, number, state: 'taken', volunteerId: to };
    return { seat: table.put(SeatItem, seat, isHers) };
  }

  /** Gives back what could not pass on, and tells the one who stays when she does not have the place anyway. */
  async function giveBack(shift: ShiftItem, from: string, to: string): Promise<void> {
    const [hers, theirs] = await Promise.all([readOwn(table, from, shift), readOwn(table, to, shift)]);
    if (!hers.mine || !holdingOf(hers.mine)) return;
    const hadPlace = hers.mine.state === 'signedUp';
    await releaseFrom(from, shift.id);
    if (!hadPlace || (theirs.mine && holdingOf(theirs.mine))) return;
    const told = signUpCancelled.make(now(), { shiftId: shift.id, volunteerId: to });
    await transact(table.client, { told: table.put(EventItem, told, { absent: true }) });
  }

  const regulars = regularMerge(deps, pass);

  /** Takes down that a part is done, once, and tells it. */
  async function end(mergeId: string, way: 'there' | 'back'): Promise<void> {
    const done = { mergeId, state: way === 'there' ? ('moved' as const) : ('movedBack' as const) };
    await transact(table.client, {
      done: table.put(MovedSignUps, done, way === 'there' ? { absent: true } : { is: { state: 'moved' } }),
      told: table.put(EventItem, mergePartDone.make(now(), { mergeId, part: 'scheduling', way }), { absent: true }),
    });
  }

  return {
    /** Passes all that is to come to the record that stays, once. */
    async moveThere(pair: Pair): Promise<void> {
      const { mergeId, stays, goes } = pair;
      if (await table.get(MovedSignUps, { mergeId })) return;
      const range = { from: `SIGNUP#${now()}`, to: 'SIGNUP#~' };
      let cursor: string | undefined;
      do {
        const page = await table.query(SignUpItem, `VOLUNTEER#${goes}`, { range, limit: pageSize, cursor });
        for (const { shiftId } of page.items) {
          const shift = await shifts.mustFind(shiftId);
          const passed = await pass(shift, goes, stays, (held) => ({
            moved: table.put(MovedSignUp, { mergeId, shiftId, ...held }, { absent: true }),
          }));
          if (!passed) await giveBack(shift, goes, stays);
        }
        cursor = page.cursor;
      } while (cursor);
      await regulars.moveAllThere(pair);
      await end(mergeId, 'there');
    },

    /** Passes back what was passed and is still as it was, once. */
    async moveBack(pair: Pair): Promise<void> {
      const { mergeId, stays, goes } = pair;
      const done = await table.get(MovedSignUps, { mergeId });
      if (done?.state !== 'moved') return;
      const { moved } = await table.collect(`MERGE#${mergeId}`, { beginsWith: 'SHIFT#' }, { moved: MovedSignUp });
      for (const { shiftId, seat } of moved) {
        const shift = await shifts.mustFind(shiftId);
        const { mine } = await readOwn(table, stays, shift);
        const note = () => ({ moved: table.remove(MovedSignUp, { mergeId, shiftId }, { present: true }) });
        if (mine?.seat === seat) await pass(shift, stays, goes, note);
      }
      await regulars.moveAllBack(pair);
      await end(mergeId, 'back');
    },
  };
}

/** What somebody has of a shift, if anything. */
function holdingOf({ state, since, seat, offeredUntil }: SignUpItem): Holding | undefined {
  if (state !== 'signedUp' && state !== 'offered' && state !== 'waiting') return undefined;
  return { state, since, ...(seat !== undefined && { seat }), ...(offeredUntil !== undefined && { offeredUntil }) };
}

function prefixed(prefix: string, writes: Record<string, Write>): Record<string, Write> {
  return Object.fromEntries(Object.entries(writes).map(([name, write]) => [`${prefix} ${name}`, write]));
}
