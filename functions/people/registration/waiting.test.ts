import { day } from '@kaifong/shared/kernel/time.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aVolunteer } from '../../test/a-volunteer.ts';
import { elsewhere, home, startDistrict, type TestDistrict } from '../../test/district.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

it('applications wait in the order in which they came, over all streets, until they are decided on', async () => {
  const apply = (name: string, scope: string) => aVolunteer(district, { name, scope, state: 'applied' });
  const first = await apply('陈小梅', elsewhere.community);
  const registeredAt = district.clock.now;
  district.later(day);
  await apply('李兰', home.community);
  district.later(day);
  await apply('黄俊', elsewhere.community);

  const ofDistrict = await district.person({ role: 'coordinator', scope: '440103' });
  const ofStreet = await district.person({ role: 'coordinator', scope: elsewhere.street });
  const read = async (who: typeof ofDistrict, query: string) => (await who.get(`/volunteers/waiting?${query}`)).body;
  const names = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name);

  const page = await read(ofDistrict, 'place=440103&limit=2');
  expect(names(page)).toEqual(['陈小梅', '李兰']);
  expect(page.items[0]).toMatchObject({
    id: first.volunteerId,
    name: '陈小梅',
    document: { kind: 'mainlandId', number: expect.stringMatching(/^\d{3}\*{4}/) },
    community: elsewhere.community,
    isMinor: false,
    state: 'applied',
    appliedAt: registeredAt,
    dueOn: '2026-12-01',
  });
  expect(names(await read(ofDistrict, `place=440103&limit=2&cursor=${encodeURIComponent(page.cursor)}`))).toEqual([
    '黄俊',
  ]);
  expect(names(await read(ofStreet, `place=${elsewhere.street}`))).toEqual(['陈小梅', '黄俊']);
  expect(names(await read(ofStreet, `place=${elsewhere.street}/009`))).toEqual([]);
  expect((await ofStreet.get('/volunteers/waiting?place=440103')).status).toBe(403);

  await ofStreet.post(`/volunteers/${first.volunteerId}/review`);
  const inReview = (await read(ofDistrict, 'place=440103')).items[0];
  expect(inReview).toMatchObject({ id: first.volunteerId, state: 'inReview' });

  await ofStreet.post(`/volunteers/${first.volunteerId}/approval`, { decision: 'approve' });
  expect(names(await read(ofDistrict, 'place=440103'))).toEqual(['李兰', '黄俊']);
});
