import { afterAll, beforeAll, expect, it } from 'vitest';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { startDistrict, type TestDistrict } from '../../test/district.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

it('are hers to say and to change, on one device at a time', async () => {
  const { caller } = await aVolunteer(district);
  const path = '/serving-preferences';
  expect((await caller.get(path)).body).toEqual({ version: 0, kinds: [], times: [] });
  const wishes = { version: 0, kinds: ['culture', 'patrol'], times: ['sun-evening', 'mon-morning'], mostHours: 6 };
  const kept = { version: 1, kinds: ['patrol', 'culture'], times: ['mon-morning', 'sun-evening'], mostHours: 6 };
  expect((await caller.put(path, wishes)).body).toEqual(kept);
  expect((await caller.get(path)).body).toEqual(kept);
  expect((await caller.put(path, wishes)).body.code).toBe('preference.changed');
  expect((await caller.put(path, { version: 1, kinds: [], times: [] })).body).toEqual({
    version: 2,
    kinds: [],
    times: [],
  });
});

it.each([{ mostHours: 0 }, { mostHours: 21 }, { mostHours: 2.5 }, { kinds: ['napping'] }, { times: ['mon-night'] }])(
  '%j is refused',
  async (wrong) => {
    const { caller } = await aVolunteer(district);
    const answer = await caller.put('/serving-preferences', { version: 0, kinds: [], times: [], ...wrong });
    expect(answer.status).toBe(400);
  },
);

it('are forgotten with the account', async () => {
  const { volunteerId, caller } = await aVolunteer(district);
  await caller.put('/serving-preferences', { version: 0, kinds: ['patrol'], times: [] });
  await district.contexts.scheduling.preferences.forget(volunteerId);
  expect((await caller.get('/serving-preferences')).body.version).toBe(0);
});
