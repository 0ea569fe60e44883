import { volunteerNumberOf } from '@kaifong/functions/people/index.ts';
import type { Write } from '@kaifong/functions/platform/transact.ts';
import type { contextsIn } from '@kaifong/functions/wiring.ts';
import { demoCommunity } from '@kaifong/shared/demo/accounts.ts';
import { day, dayOf, hour, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';

type People = ReturnType<typeof contextsIn>['people'];
type Person = Parameters<People['volunteerItems']>[0];
type Stored = (person: Person) => AsyncGenerator<Write, { accountId: string }>;

/** Whom a leader took down on paper and who has still to confirm. */
const onPaper = [
  ['黎婉芬', '1952-05-06'],
  ['简志强', '1948-09-11'],
  ['伍丽珍', '1957-11-12'],
] as const;

/** People of the demo community who wait for somebody else's word: their own on a form on paper, and a guardian's. */
export async function* waitingLoad(
  people: People,
  stored: Stored,
  { now, firstNumber }: Readonly<{ now: Instant; firstNumber: number }>,
): AsyncGenerator<Write> {
  const shared: Pick<Person, 'documentKind' | 'community' | 'skills' | 'languages'> = {
    documentKind: 'mainlandId',
    community: demoCommunity,
    skills: [],
    languages: ['cantonese', 'mandarin'],
  };
  for (const [index, [name, birthDate]] of onPaper.entries()) {
    yield* stored({
      ...{ ...shared, name, birthDate, state: 'unconfirmed', registeredBy: 'paper' },
      documentNumber: makeSyntheticId({ birthDate, sequence: 801 + 2 * index }),
      mobile: `+86198000001${index}0`,
      number: volunteerNumberOf(firstNumber + index),
      registeredAt: shiftBy(now, -(index + 1) * day),
    });
  }
  const birthDate = `${Number(dayOf(now).slice(0, 4)) - 16}-03-04`;
  const [name, guardian] = ['梁梓晴', { name: '梁志伟', mobile: '+8619800000190' }];
  const registeredAt = shiftBy(now, -3 * hour);
  const { accountId } = yield* stored({
    ...{ ...shared, name, birthDate, guardian, registeredAt, state: 'applied' },
    documentNumber: makeSyntheticId({ birthDate, sequence: 812 }),
    mobile: '+8619800000180',
    number: volunteerNumberOf(firstNumber + onPaper.length),
  });
  const parties = { childName: name, guardianName: guardian.name, mobile: guardian.mobile };
  yield await people.askedGuardianItem(accountId, parties, registeredAt);
}
