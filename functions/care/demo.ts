import { careConsent, webConsent } from '@kaifong/shared/care/asking/consent.ts';
import { type DemoCounsellor, type DemoSupportRequest, demoCare } from '@kaifong/shared/care/demo.ts';
import { clockAcknowledged, clockOpened } from '@kaifong/shared/care/on-call/escalation.ts';
import { SupportRequest } from '@kaifong/shared/care/schema.ts';
import { seededRandom } from '@kaifong/shared/demo/random.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { day, dayOf, hour, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { newCase } from './asking/request.service.ts';
import { CaseItem, SafetyPlanItem, ScreeningItem, unclaimedAt } from './care.table.ts';
import { sessionDemoItems } from './cases/demo-sessions.ts';
import { screened } from './cases/screening.service.ts';
import { newCounsellor } from './counsellors/counsellor.service.ts';
import { CounsellorItem, CounsellorPerson, type CounsellorRow } from './counsellors/counsellor.table.ts';
import type { Eligibility } from './deps.ts';
import { figuresDemoItems } from './figures/demo-figures.ts';
import { EscalationItem } from './on-call/crisis.table.ts';
import { followUpWrites } from './on-call/follow-up.service.ts';
import { type DemoOnCall, rotaDemoItems } from './on-call/rota-demo.ts';
import { accountPseudonym } from './pseudonym.ts';
import { SafetyPlanRecord } from './sealed.ts';
import { demoSupervisedUntil, supervisionDemoItems } from './supervision/demo-supervision.ts';

export type CareDemo = Readonly<{
  table: Table;
  sealer: Sealer;
  now: Instant;
  /** Volunteers who become counsellors, at most 24; the first is the one of the demo account. */
  counsellors: readonly (Pick<Eligibility, 'scope' | 'languages'> & Readonly<{ volunteerId: string }>)[];
  /** The account of the social worker whose requests wait, and the desk where they were taken down. */
  socialWorkerAccountId: string;
  place: string;
  /** Who supervises the first counsellor. */
  supervisor?: Readonly<{ accountId: string; workName: string; mobile: string }> | undefined;
  /** Who takes turns on the rota; none when fewer than two. */
  onCall?: readonly DemoOnCall[];
}>;

/** Made-up counsellors and requests that wait, stored just as real ones are; the same people every time. Each write stands alone. */
export async function careDemoItems(demo: CareDemo): Promise<Write[]> {
  const communities = demo.counsellors.map(({ scope }) => scope);
  const { counsellors, requests } = demoCare({ random: seededRandom(1), now: demo.now, communities });
  const rows = await Promise.all(
    counsellors.slice(0, demo.counsellors.length).map((counsellor, index) => counsellorRow(demo, counsellor, index)),
  );
  const [first] = rows;
  const writes = await Promise.all([
    ...rows.map((row) =>
      counsellorWrites(
        demo,
        row === first ? { ...row, openCases: 1, supervisedUntil: demoSupervisedUntil(demo) } : row,
      ),
    ),
    first ? sessionDemoItems(demo, first) : [],
    first ? supervisionDemoItems(demo, first, rows[1]) : [],
    ...requests.map((request, index) => requestWrites(demo, request, index)),
    webRequestWrites(demo),
    endedCrisisWrites(demo),
    rotaDemoItems(demo, demo.onCall ?? []),
    figuresDemoItems({ ...demo, district: demo.place.slice(0, 6) }),
  ]);
  return writes.flat();
}

/** Days that the certificates of some are still good for. */
const demoPapers: Readonly<Record<number, number>> = { 7: 20, 10: -3 };

async function counsellorRow(demo: CareDemo, counsellor: DemoCounsellor, index: number): Promise<CounsellorRow> {
  const { sealer, now } = demo;
  const known = demo.counsellors[index] as CareDemo['counsellors'][number];
  const {
    workingName,
    paused,
    languages: _spoken,
    communityScope: _home,
    teamScopes,
    vettedForMinors,
    topics,
    slots,
    ...rest
  } = counsellor;
  const enrolment = {
    ...rest,
    // Two of them show what supervisors look after: a certificate that runs out, and one that has.
    credential: { number: `LW-2024-${1000 + index}`, until: dayOf(shiftBy(now, (demoPapers[index] ?? 400) * day)) },
    ...(vettedForMinors && { vettedUntil: dayOf(shiftBy(now, (20 + 31 * index) * day)) }),
    workName: workingName,
    topics: [...topics],
    slots: [...slots],
    teams: [...teamScopes],
    awayFrom: [],
  };
  return { ...(await newCounsellor(sealer, enrolment, known, now)), paused };
}

function counsellorWrites({ table }: CareDemo, row: CounsellorRow): Write[] {
  return [table.put(CounsellorItem, row), table.put(CounsellorPerson, { person: row.person, counsellorId: row.id })];
}

async function requestWrites(
  { table, sealer, place, socialWorkerAccountId }: CareDemo,
  request: DemoSupportRequest,
  index: number,
): Promise<Write[]> {
  const { alias, askedBy, forMinor, topics, languages, slots, preferredGender, communityScope, receivedAt } = request;
  const taken = SupportRequest.parse({
    place,
    alias,
    forWhom: forMinor ? 'minor' : askedBy === 'family' ? 'familyMember' : 'self',
    channel: 'phone',
    consent: { version: careConsent.version, given: true },
    topics,
    languages,
    slots,
    preferredGender,
    keepAway: { community: communityScope },
  });
  const socialWorker = await accountPseudonym(sealer, socialWorkerAccountId);
  const supportCase = await newCase(sealer, taken, socialWorker, receivedAt);
  const screening = { dangerNow: request.dangerNow, phq2: [...request.phq2] as [number, number] };
  const at = shiftBy(receivedAt, hour / 4);
  const { after, record } = await screened(sealer, supportCase, screening, { at, key: `demo${index}` });
  return [table.put(CaseItem, after), table.put(ScreeningItem, record)];
}

const evenings = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 19 * 60, to: 21 * 60 }));
const asked = {
  forWhom: 'self' as const,
  languages: ['cantonese' as const],
  slots: evenings,
  keepAway: { teams: [], counsellors: [] },
};

/** Somebody who asked by the web two hours ago, and whom nobody has taken in hand yet. */
async function webRequestWrites({ table, sealer, now, place }: CareDemo): Promise<Write[]> {
  const request = {
    ...asked,
    place,
    alias: '细雨',
    channel: 'web' as const,
    topics: ['loneliness' as const],
    contact: '晚上七点以后发短信',
    summary: '一个人住，近来总睡不好，想找人说说话。',
    consent: { version: webConsent.version },
  };
  return [table.put(CaseItem, await newCase(sealer, request, unclaimedAt(place), shiftBy(now, -2 * hour)))];
}

/** A crisis that ended yesterday: four follow-ups, of which the first is due in some hours, and a safety plan. */
async function endedCrisisWrites({ table, sealer, now, place, socialWorkerAccountId }: CareDemo): Promise<Write[]> {
  const openedAt = shiftBy(now, -21 * hour);
  const endedAt = shiftBy(openedAt, hour / 2);
  const by = await accountPseudonym(sealer, socialWorkerAccountId);
  const request = {
    ...asked,
    place,
    alias: '木星',
    channel: 'phone' as const,
    topics: ['bereavement' as const],
    contact: '打家里电话，姐姐也在',
    consent: { version: careConsent.version },
  };
  const taken = await newCase(sealer, request, by, openedAt);
  const { after, record } = await screened(sealer, taken, { dangerNow: true }, { at: openedAt, key: 'demoCrisis' });
  const escalation = {
    id: newId('escalation', Date.parse(openedAt)),
    caseId: taken.id,
    place,
    ...clockAcknowledged(clockOpened(openedAt)),
    open: false,
    acknowledgedAt: shiftBy(openedAt, hour / 12),
    acknowledgedBy: by,
    tries: [{ at: endedAt, outcome: 'personReached' as const, by }],
    endedAt,
    version: 2,
  };
  const plan = {
    warningSigns: ['连着两晚睡不着', '不想接电话'],
    onMyOwn: ['去荔湾湖走一圈', '听一段粤曲'],
    peopleAndPlaces: ['泮塘的早茶', '楼下的阿婆'],
    helpers: ['姐姐，晚上都在家'],
    professionals: ['街道社工站'],
    saferPlace: ['家里的药交给姐姐保管'],
  };
  const sealed = await SafetyPlanRecord.seal(sealer, plan, taken.id, '1');
  return [
    table.put(CaseItem, after),
    table.put(ScreeningItem, record),
    table.put(EscalationItem, escalation),
    ...Object.values(followUpWrites(table, escalation, taken, endedAt)),
    table.put(SafetyPlanItem, { caseId: taken.id, version: 1, at: shiftBy(endedAt, hour), by, sealed }),
  ];
}
