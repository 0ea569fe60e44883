import {
  type Kiosk,
  type KioskEntry,
  type KioskSeen,
  type KioskView,
  kioskEndsAt,
  kioskPath,
  mostWrongAtKiosk,
} from '@kaifong/shared/attendance/kiosk.ts';
import { kioskErrors } from '@kaifong/shared/attendance/kiosk-errors.ts';
import { readPass } from '@kaifong/shared/attendance/pass.ts';
import { selfServiceTimes } from '@kaifong/shared/attendance/rules.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { idPrefixes, newId } from '@kaifong/shared/kernel/ids.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { maskName } from '@kaifong/shared/people/mask.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { ShiftFacts } from '../../scheduling/index.ts';
import { Attendance } from '../attendance.table.ts';
import type { AttendanceDeps } from '../deps.ts';
import { passReader } from '../pass/pass-reader.ts';
import { mustBeOpen } from '../refusal.ts';
import { writeStep } from '../stays.ts';
import { KioskItem } from './kiosk.table.ts';

/** Most tablets of one shift, closed ones among them. */
const mostKiosks = 10;

/** A tablet by the door, which a leader opens for one shift: people check in and out at it by the code on their phones. */
export function kioskService({ table, sealer, scheduling, people }: AttendanceDeps) {
  const passes = passReader({ sealer, scheduling });

  async function keyOf({ shiftId, id }: Pick<KioskItem, 'shiftId' | 'id'>): Promise<string> {
    const mark = (await sealer.blindIndex('kiosk', `${shiftId} ${id}`)).slice(0, 43);
    return `${shiftId.slice(-20)}.${id.slice(-20)}.${mark}`;
  }

  async function shown(kiosk: KioskItem): Promise<Kiosk> {
    const { id: kioskId, openedAt, endsAt, closedAt, wrong } = kiosk;
    return { kioskId, path: kioskPath(await keyOf(kiosk)), openedAt, endsAt, ...(closedAt && { closedAt }), wrong };
  }

  /** @throws AppError platform.notFound */
  async function mustRun({ actor }: Request, shiftId: string): Promise<ShiftFacts> {
    const shift = await scheduling.shiftFacts(shiftId);
    if (!shift) throw new AppError(platformErrors.notFound);
    actor.mustReach('attendance.run', { scope: shift.teamScope });
    return shift;
  }

  const kiosksOf = async (shiftId: string) =>
    (await table.query(KioskItem, `SHIFT#${shiftId}`, { range: { beginsWith: 'KIOSK#' }, limit: mostKiosks })).items;

  /** The kiosk of an address, and its shift, for the browser that asks. @throws AppError platform.notFound, kiosk.over, kiosk.elsewhere */
  async function mustFindOpen(key: string, now: string, tablet: string | undefined) {
    const [shiftPart, kioskPart] = key.split('.');
    const of = { shiftId: `${idPrefixes.shift}_${shiftPart}`, id: `${idPrefixes.kiosk}_${kioskPart}` };
    if ((await keyOf(of)) !== key) throw new AppError(platformErrors.notFound);
    const [kiosk, shift] = await Promise.all([table.get(KioskItem, of), scheduling.shiftFacts(of.shiftId)]);
    if (!kiosk || !shift) throw new AppError(platformErrors.notFound);
    const isOver = kiosk.closedAt !== undefined || now > kiosk.endsAt || kiosk.wrong >= mostWrongAtKiosk;
    if (isOver || shift.state === 'cancelled') throw new AppError(kioskErrors.over);
    mustBeHere(kiosk, tablet);
    return { kiosk, shift };
  }

  return {
    /** Opens a kiosk for a shift. @throws AppError platform.notFound, kiosk.shiftOver, kiosk.tooMany */
    async open(command: Command, shiftId: string): Promise<Kiosk> {
      const { actor, now } = command;
      const shift = await mustRun(command, shiftId);
      const endsAt = kioskEndsAt(shift);
      if (now > endsAt || shift.state === 'cancelled') throw new AppError(kioskErrors.shiftOver);
      if ((await kiosksOf(shiftId)).length >= mostKiosks) throw new AppError(kioskErrors.tooMany, { most: mostKiosks });
      const kiosk: KioskItem = {
        ...{ id: newId('kiosk', Date.parse(now)), shiftId },
        ...{ openedBy: actor.accountId, openedAt: now, endsAt, wrong: 0 },
      };
      const answer = await shown(kiosk);
      const write = table.put(KioskItem, kiosk, { absent: true });
      mustCommit(await commit(command, table, { kiosk: write }, { answer }), {});
      return answer;
    },

    /** The kiosks of a shift, those that are closed too. @throws AppError platform.notFound */
    async list(request: Request, shiftId: string): Promise<{ items: Kiosk[] }> {
      await mustRun(request, shiftId);
      return { items: await Promise.all((await kiosksOf(shiftId)).map(shown)) };
    },

    /** Closes a kiosk for good; one that is closed stays so. @throws AppError platform.notFound */
    async close(command: Command, shiftId: string, kioskId: string): Promise<Kiosk> {
      await mustRun(command, shiftId);
      return untilSettled(async () => {
        const kiosk = await table.get(KioskItem, { shiftId, id: kioskId });
        if (!kiosk) throw new AppError(platformErrors.notFound);
        const { closedAt = command.now, wrong } = kiosk;
        const answer = await shown({ ...kiosk, closedAt });
        const write = table.put(KioskItem, { ...kiosk, closedAt }, { is: { wrong } });
        return (await commit(command, table, { kiosk: write }, { answer })).committed ? answer : undefined;
      });
    },

    /** What stands on the tablet. @throws AppError platform.notFound, kiosk.over, kiosk.elsewhere */
    async view({ now }: Request, key: string, tablet: string | undefined): Promise<KioskView> {
      const { shift } = await mustFindOpen(key, now, tablet);
      const { title, startsAt, endsAt } = shift;
      return { title, startsAt, endsAt, opensAt: selfServiceTimes(shift).in.startsAt };
    },

    /**
     * Checks in or out whoever stands before the tablet, by the rules of checking in oneself; it stays marked as the kiosk's. The first one
     * who comes makes the address this tablet's own, so that a photograph of it takes in nobody.
     *
     * @param tablet the browser that asks, as a digest
     * @throws AppError platform.notFound, kiosk.over, kiosk.elsewhere, kiosk.unknown; of attendance: tooEarly, tooLate, checkOutTooLate, alreadyCheckedIn,
     * notCheckedIn, alreadyConfirmed, seenBefore, tooManyPairs
     */
    async enter(command: Command, key: string, { code, number, what }: KioskEntry, tablet: string): Promise<KioskSeen> {
      const { now } = command;
      const { kiosk, shift } = await mustFindOpen(key, now, tablet);
      const { shiftId } = kiosk;
      const tag = readPass(code);
      const found = tag === undefined ? undefined : await passes.whoShows(shiftId, tag, now);
      const isHers = number === undefined || (await people.findByNumber(number))?.id === found?.volunteerId;
      if (!found || !isHers) {
        if (tag !== undefined) {
          await transact(table.client, { wrong: table.adjust(KioskItem, kiosk, { add: { wrong: 1 } }) });
        }
        throw new AppError(kioskErrors.unknown);
      }
      const { volunteerId, name, step } = found;
      mustBeOpen(what, shift, now);
      const answerOf = ({ state }: Attendance): KioskSeen => ({
        ...{ maskedName: maskName(name), at: now },
        state: state === 'here' ? 'here' : 'left',
      });
      return untilSettled(async () => {
        const [earlier, door] = await table.getPair([Attendance, { shiftId, volunteerId }], [KioskItem, kiosk]);
        mustBeHere(door, tablet);
        const mark = { at: now, way: 'kiosk', step, tickedBy: kiosk.openedBy } as const;
        const isFirst = { is: { tablet: undefined } } as const;
        const attendance = await writeStep(command, table, { shift, volunteerId, earlier, what, mark }, answerOf, {
          ...(!door?.tablet && { kiosk: table.adjust(KioskItem, kiosk, { set: { tablet } }, isFirst) }),
        });
        return attendance && answerOf(attendance);
      });
    },
  };
}

/** An address serves the tablet on which it came into use. @throws AppError kiosk.elsewhere */
function mustBeHere(kiosk: KioskItem | undefined, tablet: string | undefined): void {
  if (kiosk?.tablet !== undefined && kiosk.tablet !== tablet) throw new AppError(kioskErrors.elsewhere);
}
