import { day, dayOf, hour, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { aVolunteer } from '../../test/a-volunteer.ts';
import type { TestClient } from '../../test/test-client.ts';
import { aSupervisor } from '../on-call/test-rota.ts';
import { anEnrolment, aPlan, aWaitingCase, type CareDistrict } from '../test-care.ts';

type Person = Readonly<{ volunteerId: string; caller: TestClient; volunteerNumber?: string }>;

/**
 * A counsellor who held a session of `minutes` tomorrow at ten; the clock stands a day later then. Her case is in the hands of a social worker, who tells of the session.
 *
 * @param person a volunteer of the district, so that what leaves care finds its way to her
 */
export async function aDayServed(district: CareDistrict, minutes = 45, person?: Person) {
  const counsellor: Person = person ?? (await aVolunteer(district.main));
  const number = counsellor.volunteerNumber ?? (await madeKnown(district, counsellor));
  const enrolled = await (await aSupervisor(district)).post(
    '/care/counsellors',
    anEnrolment(number, district.clock.now),
  );
  const { counsellorId } = enrolled.body;
  const socialWorker = await district.socialWorker();
  const caseId = await aWaitingCase(socialWorker);
  const chosen = { counsellorId, overrideReason: '测试里由社工指定这一位' };
  const answer = await socialWorker.post(`/care/cases/${caseId}/assignment`, chosen);
  if (answer.status !== 200) throw new Error(`not assigned: ${JSON.stringify(answer.body)}`);
  const sessions = `/care/cases/${caseId}/sessions`;
  const served = dayOf(shiftBy(district.clock.now, day));
  const startsAt = instantAt(served, '10:00');
  const { sessionId } = (await socialWorker.post(sessions, aPlan(district.clock.now, { startsAt }))).body;
  district.clock.now = shiftBy(startsAt, hour);
  const tell = (report: object) => socialWorker.post(`${sessions}/${sessionId}/outcome`, report);
  await tell({ outcome: 'held', minutes });
  district.later(day);
  return { counsellorId: counsellorId as string, counsellor, tell, day: served, minutes };
}

/** Tells care of a volunteer who is on file; the volunteer's number. */
async function madeKnown({ contexts, volunteers, numbers }: CareDistrict, { volunteerId, caller }: Person) {
  const eligibility = await contexts.people.eligibilityOf(volunteerId);
  if (!eligibility) throw new Error(`${volunteerId} is on no file`);
  const { number } = (await caller.get('/volunteers/me')).body;
  volunteers.set(volunteerId, eligibility);
  numbers.set(number, volunteerId);
  return number as string;
}
