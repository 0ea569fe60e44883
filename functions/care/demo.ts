import { careConsent } from '@kaifong/shared/care/consent.ts';
import type { Enrolment } from '@kaifong/shared/care/counsellor-schema.ts';
import type { Screening, Wishes } from '@kaifong/shared/care/schema.ts';
import type { Topic } from '@kaifong/shared/care/topics.ts';
import { day, hour, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { SpokenLanguage } from '@kaifong/shared/people/languages.ts';
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
  /** The account of the social worker whose requests wait. */
  socialWorkerAccountId: string;
  /** The desk that took them down. */
  place: string;
  /** Volunteers who become counsellors; at most twelve are taken, the first one first. */
  counsellors: readonly (Pick<Eligibility, 'languages' | 'scope'> & { volunteerId: string })[];
}>;

const evenings = [2, 4].map((weekday) => ({ weekday, from: 19 * 60, to: 21 * 60 }));
const saturday = { weekday: 6, from: 9 * 60, to: 12 * 60 };
const wednesday = { weekday: 3, from: 14 * 60, to: 17 * 60 };

type MadeUpCounsellor = [workName: string, level: 1 | 2 | 3, gender: 'female' | 'male', topics: Topic[]];

const madeUpCounsellors: readonly MadeUpCounsellor[] = [
  ['木棉', 2, 'female', ['family', 'loneliness', 'bereavement']],
  ['榕树', 3, 'male', ['work', 'relationship', 'family']],
  ['白兰', 2, 'female', ['parenting', 'examStress', 'family']],
  ['紫荆', 1, 'female', ['loneliness', 'other']],
  ['凤凰', 3, 'female', ['bereavement', 'illnessInFamily', 'loneliness']],
  ['桂花', 2, 'female', ['relationship', 'parenting']],
  ['茉莉', 1, 'female', ['examStress', 'parenting']],
  ['龙眼', 2, 'male', ['work', 'illnessInFamily']],
  ['杨桃', 2, 'male', ['family', 'work', 'examStress']],
  ['莲雾', 1, 'male', ['loneliness', 'family']],
  ['荔枝', 3, 'female', ['family', 'relationship', 'illnessInFamily']],
  ['黄皮', 2, 'male', ['bereavement', 'loneliness']],
];

type MadeUpRequest = Readonly<{
  alias: string;
  hoursAgo: number;
  forWhom: Wishes['forWhom'];
  topics: Topic[];
  languages: SpokenLanguage[];
  phq2?: [number, number];
  summary: string;
}>;

const madeUpRequests: readonly MadeUpRequest[] = [
  {
    alias: '晨曦',
    hoursAgo: 52,
    forWhom: 'self',
    topics: ['loneliness', 'family'],
    languages: ['cantonese'],
    phq2: [2, 2],
    summary: '子女在外地，近来夜里睡得不好，想有人说说话。',
  },
  {
    alias: '小满',
    hoursAgo: 30,
    forWhom: 'self',
    topics: ['work'],
    languages: ['mandarin', 'cantonese'],
    phq2: [1, 0],
    summary: '换了工作，还不习惯，希望周末谈。',
  },
  {
    alias: '阿宁',
    hoursAgo: 5,
    forWhom: 'familyMember',
    topics: ['illnessInFamily'],
    languages: ['cantonese', 'mandarin'],
    phq2: [1, 3],
    summary: '照顾住院的母亲，觉得撑不住。',
  },
  {
    alias: '秋雨',
    hoursAgo: 1,
    forWhom: 'minor',
    topics: ['examStress'],
    languages: ['mandarin'],
    summary: '家长来电，约好下午再打。',
  },
];

/** Made-up counsellors and requests that wait, stored just as real ones are. Each write stands alone; nothing of it is real. */
export async function careDemoItems(demo: CareDemo): Promise<Write[]> {
  const writes = await Promise.all([...counsellorsOf(demo), ...requestsOf(demo)]);
  return writes.flat();
}

function counsellorsOf({ table, sealer, now, counsellors }: CareDemo): Promise<Write[]>[] {
  return counsellors.slice(0, madeUpCounsellors.length).map(async ({ volunteerId, languages, scope }, index) => {
    const [workName, level, gender, topics] = madeUpCounsellors[index] as MadeUpCounsellor;
    const enrolment: Enrolment = {
      volunteerId,
      workName,
      level,
      gender,
      topics,
      slots: index % 2 === 0 ? [...evenings, saturday] : [saturday, wednesday],
      vettedForMinors: topics.includes('parenting') || topics.includes('examStress'),
      supervisedUntil: shiftBy(now, 90 * day),
      caseLimit: 2 + (index % 3),
      weeklyCapMinutes: 300,
      teams: [],
    };
    const row = await newCounsellor(sealer, enrolment, { languages, scope }, now);
    return [table.put(CounsellorItem, row), table.put(CounsellorPerson, { person: row.person, counsellorId: row.id })];
  });
}

function requestsOf({ table, sealer, now, place, socialWorkerAccountId }: CareDemo): Promise<Write[]>[] {
  return madeUpRequests.map(async ({ alias, hoursAgo, phq2, ...told }, index) => {
    const receivedAt = shiftBy(now, -hoursAgo * hour);
    const request = {
      ...told,
      place,
      alias,
      channel: 'phone' as const,
      consent: { version: careConsent.version, given: true as const },
      slots: [...evenings, saturday],
      keepAway: { teams: [], counsellors: [] },
    };
    const taken = await newCase(sealer, request, await accountPseudonym(sealer, socialWorkerAccountId), receivedAt);
    if (!phq2) return [table.put(CaseItem, taken)];
    const screening: Screening = { dangerNow: false, phq2 };
    const at = shiftBy(receivedAt, hour / 2);
    const { after, record } = await screened(sealer, taken, screening, { at, key: `demo${index}` });
    return [table.put(CaseItem, after), table.put(ScreeningItem, record)];
  });
}
