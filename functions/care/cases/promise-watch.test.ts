import { day, hour, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { home } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import { aSupervisedCase } from '../supervision/test-supervision.ts';
import { anAssignedCase, aPlan, aReferralNote, type CareDistrict, startCareDistrict } from '../test-care.ts';

let district: CareDistrict;
beforeEach(async () => {
  district = await startCareDistrict();
  district.clock.now = instantAt('2026-11-24', '10:00');
});
afterEach(() => district.stop());

/** The clock ticks twice at once every half an hour until then. */
async function passUntil(instant: string) {
  while (district.clock.now < instant) {
    district.later(hour / 2);
    await Promise.all([1, 2].map(() => district.care.promiseWatch.onTick(district.clock.now)));
  }
}

/** Each alarm once, though two clocks may both have called. */
const alarms = () => [
  ...new Set(
    district.pages.map(({ reason, level, called, phones }) =>
      `${reason} ${level} ${called} ${phones.join(' ')}`.trim(),
    ),
  ),
];

const keepPhone = (socialWorker: TestClient) =>
  socialWorker.post('/care/own-duties/card', { workName: '罗姑娘', mobile: '13811110090' });

describe('a session that nobody told of', () => {
  it('calls the social worker two days after its end, the supervisors four hours later, and nobody once it was told', async () => {
    const { caseId, socialWorker, counsellor, lead } = await aSupervisedCase(district);
    await keepPhone(socialWorker);
    const path = `/care/cases/${caseId}/sessions`;
    const startsAt = instantAt('2026-11-24', '14:00');
    const { sessionId } = (await counsellor.caller.post(path, aPlan(district.clock.now, { startsAt, minutes: 60 })))
      .body;
    await passUntil(instantAt('2026-11-26', '14:30'));
    expect(alarms()).toEqual([]);
    await passUntil(instantAt('2026-11-26', '15:00'));
    const first = 'sessionUntold 0 first +8613811110090';
    expect(alarms()).toEqual([first]);
    await passUntil(instantAt('2026-11-26', '19:00'));
    expect(alarms()).toEqual([first, `sessionUntold 2 everyone +8613811110090 ${lead.phone}`]);
    expect(district.pages.at(-1)).toMatchObject({ place: home.street });
    await counsellor.caller.post(`${path}/${sessionId}/outcome`, { outcome: 'noShow' });
    const calls = district.pages.length;
    await passUntil(instantAt('2026-12-01', '20:00'));
    expect(district.pages).toHaveLength(calls);
  });

  it('is not asked about when it was told in time or cancelled', async () => {
    const { caseId, counsellor } = await anAssignedCase(district);
    const path = `/care/cases/${caseId}/sessions`;
    const { sessionId } = (await counsellor.caller.post(path, aPlan(district.clock.now))).body;
    await counsellor.caller.post(`${path}/${sessionId}/outcome`, { outcome: 'cancelled' });
    await passUntil(instantAt('2026-11-28', '20:00'));
    expect(alarms()).toEqual([]);
  });
});

describe('a referral that nobody confirmed', () => {
  it('calls at its time, again after somebody told that she did not arrive, and nobody once she has', async () => {
    const { caseId, socialWorker } = await anAssignedCase(district);
    const path = `/care/cases/${caseId}/referrals`;
    const { referralId } = (await socialWorker.post(path, aReferralNote())).body;
    const answer = (body: object) => socialWorker.post(`${path}/${referralId}/answer`, body);
    const dueAt = shiftBy(district.clock.now, 3 * day);
    await passUntil(shiftBy(dueAt, -hour));
    expect(alarms()).toEqual([]);
    await passUntil(dueAt);
    // Without a phone of the social worker the desk is called.
    expect(alarms()).toEqual(['referralLate 0 everyone']);
    await answer({ outcome: 'didNotArrive' });
    const calls = district.pages.length;
    await passUntil(shiftBy(dueAt, day - hour));
    expect(district.pages).toHaveLength(calls);
    await passUntil(shiftBy(dueAt, day));
    expect(district.pages.length).toBeGreaterThan(calls);
    expect(district.pages.at(-1)).toMatchObject({ reason: 'referralLate', level: 0 });
    await answer({ outcome: 'declined' });
    const after = district.pages.length;
    await passUntil(shiftBy(dueAt, 4 * day));
    expect(district.pages).toHaveLength(after);
  });
});
