import { randomBytes, randomUUID } from 'node:crypto';
import { careConsent } from '@kaifong/shared/care/asking/consent.ts';
import type { OnCallPage } from '@kaifong/shared/care/events.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, dayOf, hour, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { masterKeyring } from '../platform/keyring.ts';
import { sealerFor } from '../platform/sealing.ts';
import { transact } from '../platform/transact.ts';
import { elsewhere, home, startDistrict } from '../test/district.ts';
import { TestClient } from '../test/test-client.ts';
import type { Eligibility } from './deps.ts';
import { createCare, createCareApi } from './index.ts';

type Grants = Parameters<Awaited<ReturnType<typeof startDistrict>>['person']>;

/** A district with care beside it: its own table, its own key, and the sessions of the main API. */
export async function startCareDistrict(options: Parameters<typeof startDistrict>[0] = {}) {
  const district = await startDistrict(options);
  const volunteers = new Map<string, Eligibility>();
  const numbers = new Map<string, string>();
  const pages: (OnCallPage & { phones: readonly string[] })[] = [];
  const gateway = { isDown: false };
  const careSealer = sealerFor(masterKeyring(randomBytes(32)));
  const care = createCare({
    table: district.table('care'),
    totals: district.table('totals'),
    sealer: careSealer,
    eligibilityOf: async (volunteerId) => volunteers.get(volunteerId),
    eligibilityByNumber: async (number) => {
      const volunteerId = numbers.get(number);
      const eligibility = volunteerId && volunteers.get(volunteerId);
      return eligibility ? { ...eligibility, volunteerId } : undefined;
    },
    onCallAt: (place, now) => district.contexts.identity.grants.holders('onCall', place, now),
    pageOnCall: async (page, phones) => {
      if (gateway.isDown) throw new Error('the gateway does not answer');
      pages.push({ ...page, phones });
    },
    log: district.kit.log,
  });
  const careApi = createCareApi(district.kit, care);

  /** The same person, before the API of care. */
  const atCare = ({ cookie }: TestClient) => {
    const caller = new TestClient(careApi);
    caller.cookie = cookie;
    return caller;
  };

  /** A person with an account that is a volunteer's. */
  async function volunteer(...grants: Grants) {
    const mobile = district.nextMobile();
    const now = district.clock.now;
    const volunteerId = newId('volunteer', Date.parse(now));
    const volunteerNumber = `LW${String(numbers.size + 1).padStart(8, '0')}`;
    numbers.set(volunteerNumber, volunteerId);
    volunteers.set(volunteerId, {
      active: true,
      scope: elsewhere.community,
      languages: ['cantonese', 'mandarin'],
      adultFrom: '2000-01-01',
    });
    const opened = await district.contexts.identity.accounts.open({
      mobile: `+86${mobile}`,
      name: '测试',
      grants: [{ role: 'volunteer', scope: elsewhere.community }, ...grants],
      volunteerId,
      now,
    });
    await transact(district.table('identity').client, opened.writes);
    const caller = new TestClient(district.api, { address: randomUUID() });
    await caller.signIn(mobile, district.sent);
    return { caller, volunteerId, volunteerNumber, accountId: opened.accountId };
  }

  return {
    ...district,
    care,
    careApi,
    careSealer,
    /** What the rest of the system tells care of volunteers, and their ids by number. */
    volunteers,
    numbers,
    /** The calls that went out to people on call. */
    pages,
    /** Whether such calls get through. */
    gateway,
    atCare,
    volunteer,

    /** The same district with everybody before the main API. */
    main: district,
    /** A person before the API of care. */
    person: async (...grants: Grants) => atCare(await district.person(...grants)),
    stranger: () => new TestClient(careApi),

    /** An enrolled counsellor who has signed in. */
    async counsellor(overrides: Record<string, unknown> = {}) {
      const { caller, ...person } = await volunteer({ role: 'counsellor', scope: '440103' });
      const supervisor = atCare(await district.person({ role: 'careSupervisor', scope: '440103' }));
      const body = anEnrolment(person.volunteerNumber, district.clock.now, overrides);
      const answer = await supervisor.post('/care/counsellors', body);
      if (answer.status !== 201) throw new Error(`not enrolled: ${JSON.stringify(answer.body)}`);
      return { ...person, caller: atCare(caller), counsellorId: answer.body.counsellorId as string };
    },

    /** A social worker of the home street. */
    socialWorker: async () => atCare(await district.person({ role: 'socialWorker', scope: home.street })),
    onCall: async () => atCare(await district.person({ role: 'onCall', scope: home.street })),
  };
}

export type CareDistrict = Awaited<ReturnType<typeof startCareDistrict>>;

export const tuesdayEvening = { weekday: 2, from: 19 * 60, to: 21 * 60 };

export function anEnrolment(volunteerNumber: string, now: string, overrides: Record<string, unknown> = {}) {
  return {
    volunteerNumber,
    workName: '木棉',
    level: 3,
    gender: 'female',
    topics: ['family', 'loneliness'],
    slots: [tuesdayEvening],
    credential: { number: 'XL-2024-000881', until: dayOf(shiftBy(now, 365 * day)) },
    vettedUntil: dayOf(shiftBy(now, 365 * day)),
    supervisedOn: dayOf(now),
    caseLimit: 4,
    weeklyCapMinutes: 300,
    ...overrides,
  };
}

/** What a social worker takes down. */
export function aRequest(overrides: Record<string, unknown> = {}) {
  return {
    place: home.street,
    alias: '晨曦',
    forWhom: 'self',
    channel: 'phone',
    consent: { version: careConsent.version, given: true },
    topics: ['family'],
    languages: ['cantonese'],
    slots: [tuesdayEvening],
    ...overrides,
  };
}

/** What a counsellor writes down. */
export function aNote(overrides: Record<string, unknown> = {}) {
  return { text: '第一次谈，说了家里的事。', condition: 'same', nextStep: '下周二晚上再谈。', ...overrides };
}

/** Takes a request down. */
export async function takeRequest(socialWorker: TestClient, overrides: Record<string, unknown> = {}): Promise<string> {
  const answer = await socialWorker.post('/care/requests', aRequest(overrides));
  if (answer.status !== 201) throw new Error(`not taken: ${JSON.stringify(answer.body)}`);
  return answer.body.caseId;
}

/** A request that was screened without danger, and so waits. */
export async function aWaitingCase(
  socialWorker: TestClient,
  overrides: Record<string, unknown> = {},
  phq2: [number, number] = [1, 1],
): Promise<string> {
  const caseId = await takeRequest(socialWorker, overrides);
  const answer = await socialWorker.post(`/care/cases/${caseId}/screening`, { dangerNow: false, phq2 });
  if (answer.body.state !== 'waiting') throw new Error(`not waiting: ${JSON.stringify(answer.body)}`);
  return caseId;
}

/** A case in the hands of a counsellor. */
export async function anAssignedCase(district: CareDistrict, overrides: Record<string, unknown> = {}) {
  const [socialWorker, counsellor] = [await district.socialWorker(), await district.counsellor()];
  const caseId = await aWaitingCase(socialWorker, overrides);
  const body = { counsellorId: counsellor.counsellorId, overrideReason: '测试里由社工指定这一位' };
  const answer = await socialWorker.post(`/care/cases/${caseId}/assignment`, body);
  if (answer.status !== 200) throw new Error(`not assigned: ${JSON.stringify(answer.body)}`);
  return { caseId, socialWorker, counsellor };
}

/** What a counsellor leaves for the next. */
export const aHandover = (overrides: Record<string, unknown> = {}) => ({
  reason: 'timesDoNotFit',
  text: '谈过两次，晚上比较想说话。',
  nextStep: '下周先打一次电话。',
  ...overrides,
});

/** A session that is planned for two hours from now, by phone. */
export function aPlan(now: string, overrides: Record<string, unknown> = {}) {
  return { mode: 'phone', startsAt: shiftBy(now, 2 * hour), minutes: 50, ...overrides };
}

/** What a social worker notes who hands somebody on. */
export const aReferralNote = (overrides: Record<string, unknown> = {}) => ({
  to: 'hospital',
  name: '荔湾医院门诊',
  reason: '睡得很少，想请医生看看',
  consent: 'given',
  ...overrides,
});

/** A referral that is known to have arrived. */
export async function aReferral(socialWorker: TestClient, caseId: string, overrides: Record<string, unknown> = {}) {
  const path = `/care/cases/${caseId}/referrals`;
  const opened = await socialWorker.post(path, aReferralNote(overrides));
  const { at } = (await socialWorker.get(`/care/cases/${caseId}`)).body.referrals.at(-1);
  const received = { outcome: 'received', receivedBy: '门诊护士', receivedOn: dayOf(at), knownBy: 'theyTold' };
  const answer = await socialWorker.post(`${path}/${opened.body.referralId}/answer`, received);
  if (answer.status !== 200) throw new Error(`not received: ${JSON.stringify(answer.body)}`);
}

/** An open escalation, with the social worker who found it. */
export async function anEscalation(district: CareDistrict, overrides: Record<string, unknown> = {}) {
  const socialWorker = await district.socialWorker();
  const caseId = await takeRequest(socialWorker, overrides);
  const before = new Set(district.pages.map(({ escalationId }) => escalationId));
  await socialWorker.post(`/care/cases/${caseId}/screening`, { dangerNow: true });
  const escalationId = district.pages.find((page) => !before.has(page.escalationId))?.escalationId ?? '';
  return { caseId, escalationId, socialWorker };
}

/** An emergency that is over: somebody on call spoke with the person. */
export async function anEndedEscalation(district: CareDistrict) {
  const found = await anEscalation(district);
  const onCall = await district.onCall();
  await onCall.post(`/care/escalations/${found.escalationId}/contact`, { outcome: 'personReached' });
  return found;
}
