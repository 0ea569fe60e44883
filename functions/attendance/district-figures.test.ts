import { day, hour } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decidedSettings } from '../test/a-settings-change.ts';
import { aVolunteer } from '../test/a-volunteer.ts';
import { anAmendment } from '../test/an-amendment.ts';
import { anAttendance } from '../test/an-attendance.ts';
import { startDistrict, type TestDistrict } from '../test/district.ts';
import type { TestClient } from '../test/test-client.ts';

/** It is Tuesday 24 November 2026, 10:00 in Liwan. What is decided here holds from Wednesday on. */
let district: TestDistrict;
beforeEach(async () => {
  district = await startDistrict();
});
afterEach(() => district.stop());

const confirm = ({ leader, shiftId, volunteerId }: { leader: TestClient; shiftId: string; volunteerId: string }) =>
  leader.post(`/shifts/${shiftId}/attendance/${volunteerId}/confirmation`);
const starOf = async (caller: TestClient) => (await caller.get('/service-records/total')).body;

describe('what the district decides', () => {
  it('on hours that count at once holds for services of its day and later, however late one is confirmed', async () => {
    await decidedSettings(district, 'attendance', { countAtOnceHours: 1 });
    const onTuesday = await anAttendance(district, 'left', { minutes: 90 });
    district.later(day);
    const onWednesday = await anAttendance(district, 'left', { minutes: 90 });
    expect((await confirm(onWednesday)).body.code).toBe('attendance.dayNeedsApproval');
    expect((await confirm(onTuesday)).status).toBe(201);
  });

  it('on hours that the organiser approves sends what is more to the district', async () => {
    await decidedSettings(district, 'attendance', { countAtOnceHours: 1, organiserApprovesHours: 1 });
    district.later(day);
    const stay = await anAttendance(district, 'left', { minutes: 90 });
    expect((await confirm(stay)).body.code).toBe('attendance.dayNeedsDistrict');
  });

  it('on the notice of back-entries holds for those that are approved from its day on', async () => {
    await decidedSettings(district, 'attendance', { noticeWorkingDays: 5 });
    const before = await anAmendment(district, 'onNotice');
    district.later(day - hour);
    const after = await anAmendment(district, 'onNotice');
    // Three working days after Tuesday are over when Saturday begins in Liwan; five after Wednesday when Thursday does, a weekend later.
    expect([before.noticeUntil, after.noticeUntil]).toEqual(['2026-11-27T16:00:00.000Z', '2026-12-02T16:00:00.000Z']);
  });

  it('on the stars holds for everybody on its day', async () => {
    await decidedSettings(district, 'stars', { one: 10 });
    const { caller } = await aVolunteer(district);
    expect(await starOf(caller)).toEqual({ minutes: 0, stars: 0, minutesToNextStar: 100 * 60 });
    district.later(day);
    expect(await starOf(caller)).toEqual({ minutes: 0, stars: 0, minutesToNextStar: 10 * 60 });
  });
});
