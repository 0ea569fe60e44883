import type { AmendmentState } from '@kaifong/shared/attendance/amendments/schema.ts';
import { day, hour } from '@kaifong/shared/kernel/time.ts';
import { aPdf, upload } from './a-certificate.ts';
import type { aVolunteer } from './a-volunteer.ts';
import { aCoordinator, anAttendance } from './an-attendance.ts';
import type { TestDistrict } from './district.ts';
import type { Answer, TestClient } from './test-client.ts';

/** A list of the day, uploaded. */
export async function evidence(caller: TestClient): Promise<string> {
  const begun = await upload(caller, { name: '签到表.pdf', bytes: aPdf });
  if (begun.status !== 201) throw new Error(JSON.stringify(begun.body));
  return begun.body.uploadId;
}

/** What a volunteer sends who served all of a shift. */
export async function claimOf(
  caller: TestClient,
  { shiftId, startsAt, endsAt }: Readonly<Record<'shiftId' | 'startsAt' | 'endsAt', string>>,
) {
  const words = '那天手机没电，队长让我签在纸上';
  return { shiftId, from: startsAt, until: endsAt, evidence: 'list', uploadId: await evidence(caller), words };
}

/** Somebody who had a place in a shift two days ago and was not seen; the clock is where it was. */
export async function aPastStay(district: TestDistrict, volunteer?: Awaited<ReturnType<typeof aVolunteer>>) {
  const { now } = district.clock;
  district.later(-2 * day);
  const stay = await anAttendance(district, 'expected', { ...(volunteer && { volunteer }) });
  district.clock.now = now;
  return stay;
}

/** Somebody whose hours were confirmed; the clock moves on by two days, for what is recorded is never recorded earlier than before. */
async function aConfirmedStay(district: TestDistrict) {
  const stay = await anAttendance(district, 'confirmed');
  district.later(2 * day);
  return stay;
}

type Options = Readonly<{
  /** How her attendance stood when she asked. */
  attendance?: 'expected' | 'confirmed';
  named?: boolean;
}>;

/** Hours of a shift two days ago that a volunteer asked for afterwards, brought to `state` through the API. */
export async function anAmendment(
  district: TestDistrict,
  state: Extract<AmendmentState, 'asked' | 'onNotice' | 'objected' | 'booked'>,
  { attendance = 'expected', named = false }: Options = {},
) {
  const stay = await (attendance === 'confirmed' ? aConfirmedStay(district) : aPastStay(district));
  const { caller } = stay;
  const asked = await must(caller.post('/amendments/mine', { ...(await claimOf(caller, stay)), named }));
  const { id } = asked;
  const coordinator = await aCoordinator(district);
  const decision = { outcome: 'approve', words: '和签到表对得上' };
  const approved = state === 'asked' ? undefined : await must(coordinator.post(`/amendments/${id}/decision`, decision));
  const objector = await district.person();
  if (state === 'objected') {
    await must(objector.post(`/amendment-notices/${id}/objections`, { words: '那天我在场，没有见到这个人' }));
  }
  if (state === 'booked') await endOfNotice(district, approved?.noticeUntil);
  return { ...stay, id: String(id), coordinator, objector, noticeUntil: approved?.noticeUntil as string };
}

/** Lets the clock pass the end of a notice, and book. */
export async function endOfNotice(district: TestDistrict, noticeUntil: string): Promise<void> {
  district.later(Date.parse(noticeUntil) - Date.parse(district.clock.now) + hour);
  await district.tick();
  await district.settle();
}

async function must(answer: Promise<Answer>) {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`refused: ${JSON.stringify(body)}`);
  return body;
}
