import { transact } from '../../platform/transact.ts';
import { aCoordinator } from '../../test/an-attendance.ts';
import { elsewhere, home, type TestDistrict } from '../../test/district.ts';
import type { Sample, Samples } from '../../test/sample.ts';
import type { TestClient } from '../../test/test-client.ts';
import { PushItem } from './exchange.table.ts';

const path = '/provincial-pushes';
const unknown = `${path}/psh_00000000000000000000`;
const days = { from: '2026-01-01', until: '2026-11-23' };

/** A coordinator of the whole district, and one who is not. */
export const ofDistrict = (district: TestDistrict) => district.person({ role: 'coordinator', scope: '440103' });

async function must(answer: ReturnType<TestClient['post']>) {
  const { status, body } = await answer;
  if (status !== 202) throw new Error(`refused: ${JSON.stringify(body)}`);
  return body;
}

/** A push of the service records up to the last day that is over. */
export async function aPush(district: TestDistrict, caller?: TestClient) {
  const coordinator = caller ?? (await ofDistrict(district));
  const { pushId } = await must(coordinator.post(path, { dataset: 'serviceRecords', ...days }));
  return { coordinator, pushId: pushId as string };
}

/** A push that stands at its end, as if the province had refused a record or been out of reach for too long. */
async function ended(district: TestDistrict, state: 'done' | 'stopped') {
  const { coordinator, pushId } = await aPush(district);
  const table = district.table('attendance');
  const push = await table.get(PushItem, { pushId });
  if (!push) throw new Error('the push is gone');
  const { dueAt: _, ...rest } = push;
  await transact(table.client, { push: table.put(PushItem, { ...rest, state, refused: 1, version: 2 }) });
  return { coordinator, pushId };
}

const ofPush = async (
  district: TestDistrict,
  rest: string,
  made: Promise<{ coordinator: TestClient; pushId: string }>,
): Promise<Sample> => {
  const { coordinator, pushId } = await made;
  return {
    caller: coordinator,
    path: `${path}/${pushId}${rest}`,
    outsider: await aCoordinator(district),
    unknownPath: `${unknown}${rest}`,
  };
};

export const exchangeSamples: Samples = {
  exportForExchange: async (district) => ({
    caller: await aCoordinator(district),
    path: `/exchange-files?place=${home.street}&dataset=training&from=${days.from}&until=${days.until}`,
    outsider: await district.person({ role: 'coordinator', scope: elsewhere.street }),
  }),
  pushToProvince: async (district) => ({
    caller: await ofDistrict(district),
    path,
    body: { dataset: 'serviceRecords', ...days },
    outsider: await aCoordinator(district),
  }),
  listProvincialPushes: async (district) => ({
    caller: (await aPush(district)).coordinator,
    path,
    outsider: await aCoordinator(district),
  }),
  readProvincialPush: (district) => ofPush(district, '', aPush(district)),
  listRefusedRecords: (district) => ofPush(district, '/refused', aPush(district)),
  sendRefusedAgain: (district) => ofPush(district, '/repeats', ended(district, 'done')),
  restartProvincialPush: (district) => ofPush(district, '/restarts', ended(district, 'stopped')),
};
