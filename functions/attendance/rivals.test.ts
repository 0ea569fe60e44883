import { randomUUID } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { isOfShift, verifyChain } from '@kaifong/shared/attendance/chain.ts';
import { hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actor } from '../platform/actor.ts';
import { installedFont } from '../platform/installed-font.ts';
import { decode } from '../platform/item-type.ts';
import { Receipts } from '../platform/receipts.ts';
import type { Command } from '../platform/request.ts';
import { Table } from '../platform/table.ts';
import { aShift } from '../test/a-shift.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { home, startDistrict, type TestDistrict } from '../test/district.ts';
import type { TestClient } from '../test/test-client.ts';
import { unruly } from '../test/unruly-client.ts';
import { Attendance, ChainHead, RecordItem } from './attendance.table.ts';
import { createAttendance } from './index.ts';

let district: TestDistrict;
let leader: TestClient;
beforeAll(async () => {
  district = await startDistrict();
  leader = await district.person({ role: 'teamLeader', scope: home.team });
});
afterAll(() => district.stop());

const boss = new Actor({
  accountId: 'acc_00000000000000000000',
  grants: [{ role: 'coordinator', scope: '440103' }],
});

/** Attendance over an engine on which calls conflict, are throttled and lose their answers. */
function unrulyAttendance(seed: number) {
  const { client, name } = district.table('attendance');
  const wrapped = unruly({ seed, throttled: 0.03, lost: 0.05, delayed: 0.3 })(client);
  return createAttendance({
    ...district.contexts,
    settings: district.contexts.organisation.figures,
    keptFiles: district.contexts.certificates.keptFiles,
    trainings: district.contexts.certificates.trainings,
    readFont: installedFont,
    sealer: district.sealer,
    table: new Table(wrapped, name),
    totals: new Table(wrapped, district.table('totals').name),
  });
}

function aCommand(): Command {
  const key = { owner: boss.accountId, key: randomUUID(), digest: '' };
  const receipts = new Receipts(district.table('platform'));
  const { now } = district.clock;
  return { actor: boss, now, idempotencyKey: key.key, receipt: (answer) => receipts.keep(key, answer, now) };
}

/** A volunteer who was at three shifts of two hours today, one after the other, and has left them all. */
async function whoServedThrice() {
  const { caller, volunteerId } = await aVolunteer(district);
  const begin = district.clock.now;
  const shiftIds: string[] = [];
  for (const hours of [1, 4, 7]) {
    const startsAt = shiftBy(begin, hours * hour);
    const { shiftId } = await aShift(district, { startsAt, endsAt: shiftBy(startsAt, 2 * hour), leader });
    await caller.post(`/shifts/${shiftId}/sign-ups`);
    shiftIds.push(shiftId);
  }
  district.later(10 * hour);
  for (const [position, shiftId] of shiftIds.entries()) {
    const startsAt = shiftBy(begin, (1 + 3 * position) * hour);
    const entry = { volunteerId };
    const path = `/shifts/${shiftId}/check-ins/by-leader`;
    await leader.post(path, { ...entry, what: 'in', at: startsAt });
    await leader.post(path, { ...entry, what: 'out', at: shiftBy(startsAt, 2 * hour) });
  }
  district.later(14 * hour);
  return { volunteerId, shiftIds };
}

/** What the table holds of a volunteer. */
async function kept(volunteerId: string, shiftIds: readonly string[]) {
  const table = district.table('attendance');
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
  const hers = Items.filter((row) => row.volunteerId === volunteerId || row.data?.volunteerId === volunteerId);
  return {
    records: hers
      .filter(({ entity }) => entity === RecordItem.entity)
      .map((row) => decode(RecordItem, row))
      .toSorted((one, other) => one.seq - other.seq),
    head: await table.get(ChainHead, { volunteerId }),
    told: hers.filter(({ entity }) => entity === 'event').map(({ data }) => data.seq as number),
    attendances: await table.getAll(
      Attendance,
      shiftIds.map((shiftId) => ({ shiftId, volunteerId })),
    ),
  };
}

describe('confirming and correcting by several at once, over an unruly engine,', () => {
  const deed = fc.record({ what: fc.constantFrom('confirm', 'confirm', 'reverse'), shift: fc.nat(2) });

  it('always leaves one sound chain, a head that sums it up, and one event for each record', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(deed, { minLength: 4, maxLength: 14 }), async (seed, deeds) => {
        const { volunteerId, shiftIds } = await whoServedThrice();
        const { confirmations } = unrulyAttendance(seed);
        await Promise.allSettled(
          deeds.map(({ what, shift }) => {
            const shiftId = shiftIds[shift] ?? '';
            return what === 'confirm'
              ? confirmations.confirm(aCommand(), shiftId, volunteerId)
              : confirmations.reverse(aCommand(), shiftId, volunteerId, '签退时间登记错了');
          }),
        );

        const { records, head, told, attendances } = await kept(volunteerId, shiftIds);
        const verdict = await verifyChain(records);
        const last = records.at(-1);
        expect(verdict).toMatchObject({ sound: true, ...(last && { head: { seq: last.seq, hash: last.hash } }) });
        expect(head?.minutes ?? 0).toBe(records.reduce((sum, { minutes }) => sum + minutes, 0));
        expect(head?.seq ?? 0).toBe(records.length);
        expect(told.toSorted((one, other) => one - other)).toEqual(records.map(({ seq }) => seq));
        for (const [position, attendance] of attendances.entries()) {
          const kinds = records
            .filter((record) => isOfShift(record) && record.shiftId === shiftIds[position])
            .map(({ kind }) => kind);
          expect(kinds).toEqual(kinds.map((_, index) => (index % 2 === 0 ? 'service' : 'reversal')));
          expect(attendance?.state).toBe(kinds.at(-1) === 'service' ? 'confirmed' : 'left');
        }
      }),
      { numRuns: 8 },
    );
  });
});
