import { day, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { home } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';
import type { CareDistrict } from '../test-care.ts';

export const aSupervisor = (district: CareDistrict) => district.person({ role: 'careSupervisor', scope: '440103' });

const membersAt = async (supervisor: TestClient, place: string): Promise<{ member: string }[]> =>
  (await supervisor.get(`/care/rota?place=${place}`)).body.members;

/** Somebody on call who has told how to be called, and so can be put on a rota. */
export async function aMember(district: CareDistrict, workName: string, serial: number, scope: string = home.street) {
  const caller = await district.person({ role: 'onCall', scope });
  const supervisor = await aSupervisor(district);
  const before = new Set((await membersAt(supervisor, scope)).map(({ member }) => member));
  const phone = `+86138111100${String(serial).padStart(2, '0')}`;
  const kept = await caller.post('/care/own-duties/card', { workName, mobile: phone });
  const added = (await membersAt(supervisor, scope)).find(({ member }) => !before.has(member));
  if (!added) throw new Error(`no card: ${JSON.stringify(kept.body)}`);
  return { caller, phone, member: added.member };
}

/** A duty from an hour ago until tomorrow. */
export function aDuty(district: CareDistrict, first: string, overrides: Record<string, unknown> = {}) {
  const { now } = district.clock;
  return { place: home.street, from: shiftBy(now, -hour), until: shiftBy(now, day), first, ...overrides };
}

const hoursTaken = new WeakMap<CareDistrict, number>();

/** An hour to come that no other duty of the district was planned in. */
export function aFreeHour(district: CareDistrict) {
  const taken = (hoursTaken.get(district) ?? 48) + 1;
  hoursTaken.set(district, taken);
  const { now } = district.clock;
  return { from: shiftBy(now, taken * hour), until: shiftBy(now, (taken + 1) * hour) };
}

export async function planDuty(supervisor: TestClient, duty: object) {
  const answer = await supervisor.post('/care/rota/duties', duty);
  if (answer.status !== 201) throw new Error(`not planned: ${JSON.stringify(answer.body)}`);
  return answer.body as { place: string; from: string; version: number };
}

/** A duty of two people at the home street: from an hour ago when no other time is said. */
export async function aPlannedDuty(district: CareDistrict, time: object = {}) {
  const supervisor = await aSupervisor(district);
  const [first, deputy] = [await aMember(district, '阿丁', 11), await aMember(district, '阿戊', 12)];
  const duty = await planDuty(supervisor, aDuty(district, first.member, { deputy: deputy.member, ...time }));
  return { supervisor, first, deputy, duty };
}
