import { careConsent } from '@kaifong/shared/care/consent.ts';
import { type DemoCounsellor, type DemoSupportRequest, demoCare } from '@kaifong/shared/care/demo.ts';
import { SupportRequest } from '@kaifong/shared/care/schema.ts';
import { seededRandom } from '@kaifong/shared/demo/random.ts';
import { hour, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { CaseItem, CounsellorItem, CounsellorPerson, ScreeningItem } from './care.table.ts';
import { newCounsellor } from './counsellor.service.ts';
import type { Eligibility } from './deps.ts';
import { accountPseudonym } from './pseudonym.ts';
import { newCase } from './request.service.ts';
import { screened } from './screening.service.ts';

export type CareDemo = Readonly<{
  table: Table;
  sealer: Sealer;
  now: Instant;
  /** Volunteers who become counsellors, at most 24; the first is the one of the demo account. */
  counsellors: readonly (Pick<Eligibility, 'scope' | 'languages'> & Readonly<{ volunteerId: string }>)[];
  /** The account of the social worker whose requests wait, and the desk where they were taken down. */
  socialWorkerAccountId: string;
  place: string;
}>;

/** Made-up counsellors and requests that wait, stored just as real ones are; the same people every time. Each write stands alone. */
export async function careDemoItems(demo: CareDemo): Promise<Write[]> {
  const communities = demo.counsellors.map(({ scope }) => scope);
  const { counsellors, requests } = demoCare({ random: seededRandom(1), now: demo.now, communities });
  const writes = await Promise.all([
    ...counsellors
      .slice(0, demo.counsellors.length)
      .map((counsellor, index) => counsellorWrites(demo, counsellor, index)),
    ...requests.map((request, index) => requestWrites(demo, request, index)),
  ]);
  return writes.flat();
}

async function counsellorWrites(demo: CareDemo, counsellor: DemoCounsellor, index: number): Promise<Write[]> {
  const { table, sealer, now } = demo;
  const { volunteerId, ...known } = demo.counsellors[index] as CareDemo['counsellors'][number];
  const {
    workingName,
    paused,
    languages: _spoken,
    communityScope: _home,
    teamScopes,
    topics,
    slots,
    ...rest
  } = counsellor;
  const enrolment = {
    ...rest,
    volunteerId,
    workName: workingName,
    topics: [...topics],
    slots: [...slots],
    teams: [...teamScopes],
  };
  const row = { ...(await newCounsellor(sealer, enrolment, known, now)), paused };
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
