import { day, dayOf, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { plainRules } from '@kaifong/shared/points/rules/earning-rules.ts';
import type { NewRules, NewSpecialDay } from '@kaifong/shared/points/rules/rule-schema.ts';
import { home, type TestDistrict } from './district.ts';

let later = 7;

/** Rules by which nights earn more, from a day that no earlier call gave. */
export function newRules(district: TestDistrict, changed: Partial<NewRules['rules']> = {}): NewRules {
  later += 1;
  return {
    from: dayOf(shiftBy(district.clock.now, later * day)),
    rules: { ...plainRules, night: 120, ...changed },
    why: '夜间值守比较辛苦，多给一点谢意。',
  };
}

/** Rules that a coordinator of the district proposed, and that last month was reckoned by. */
export async function aProposal(district: TestDistrict, proposed = newRules(district)) {
  const proposer = await district.person({ role: 'coordinator', scope: '440103' });
  const { status, body } = await proposer.post('/points-rules/proposals', proposed);
  if (status !== 201) throw new Error(`not proposed: ${JSON.stringify(body)}`);
  await district.settle();
  return { proposer, proposed, rulesId: body.id as string };
}

/** That today is a day of bad weather at the place that tests use. */
export function aSpecialDay(district: TestDistrict): NewSpecialDay {
  return {
    day: dayOf(district.clock.now),
    kind: 'badWeather',
    place: home.street,
    why: '台风白色预警，全区启动防御。',
  };
}
