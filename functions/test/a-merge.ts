import { aVolunteer } from './a-volunteer.ts';
import { home, type TestDistrict } from './district.ts';
import type { TestClient } from './test-client.ts';

/** Two records of one person, and a merge of them that a coordinator began; it is carried out when events are delivered. */
export async function aMerge(
  district: TestDistrict,
  options: {
    coordinator?: TestClient;
    stays?: Awaited<ReturnType<typeof aVolunteer>>;
    goes?: Awaited<ReturnType<typeof aVolunteer>>;
    mobile?: 'signsIn' | 'released';
  } = {},
) {
  const coordinator = options.coordinator ?? (await district.person({ role: 'coordinator', scope: home.street }));
  const stays = options.stays ?? (await aVolunteer(district));
  const goes = options.goes ?? (await aVolunteer(district));
  const begun = await coordinator.post('/merges', {
    stays: stays.volunteerId,
    goes: goes.volunteerId,
    mobile: options.mobile ?? 'signsIn',
    reason: '同一人，换了证件重新登记',
  });
  if (begun.status !== 202) throw new Error(`not merged: ${JSON.stringify(begun.body)}`);
  const mergeId: string = begun.body.id;
  return { mergeId, coordinator, stays, goes };
}
