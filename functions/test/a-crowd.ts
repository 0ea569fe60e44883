import { newId } from '@kaifong/shared/kernel/ids.ts';
import { getCookie } from 'hono/cookie';
import { createApi } from '../api.ts';
import { Volunteer } from '../people/people.table.ts';
import { transact } from '../platform/transact.ts';
import { home, type TestDistrict } from './district.ts';
import { TestClient } from './test-client.ts';

/** One of a crowd. */
export type Member = Readonly<{ caller: TestClient; volunteerId: string }>;

/**
 * Many approved volunteers at little cost: their records are written as registering would leave them, and they come in by a door of
 * their own, a cookie that names the volunteer. Past that door everything is the real API.
 */
export async function aCrowd(district: TestDistrict, size: number): Promise<Member[]> {
  const kit: TestDistrict['kit'] = {
    ...district.kit,
    authenticate: async (context) => {
      const volunteerId = getCookie(context, 'crowd');
      return volunteerId
        ? {
            accountId: `account of ${volunteerId}`,
            volunteerId,
            grants: [{ role: 'volunteer', scope: home.community }],
          }
        : undefined;
    },
  };
  const api = createApi(kit, district.contexts, { secureCookies: true, readDocument: async () => ({}) });
  const people = district.table('people');
  const members = Array.from({ length: size }, (): Member => {
    const volunteerId = newId('volunteer', Date.parse(district.clock.now));
    const caller = new TestClient(api);
    caller.cookie = `crowd=${volunteerId}`;
    return { caller, volunteerId };
  });
  for (let from = 0; from < size; from += 100) {
    const writes = members.slice(from, from + 100).map(({ volunteerId }, index) => [
      volunteerId,
      people.put(Volunteer, {
        id: volunteerId,
        number: `LW${String(from + index).padStart(8, '0')}`,
        accountId: newId('account', Date.parse(district.clock.now)),
        name: '街坊',
        state: 'active',
        community: home.community,
        skills: [],
        languages: ['cantonese'],
        documentKind: 'mainlandId',
        documentSealed: 'nobody opens this',
        isMinor: false,
        consents: [],
        registeredBy: 'self',
        registeredAt: district.clock.now,
        nameKeys: { written: '街坊', pinyin: 'jiefang', initials: 'jf' },
        phoneTailIndex: 'nobody looks for this',
        version: 1,
      }),
    ]);
    await transact(people.client, Object.fromEntries(writes));
  }
  return members;
}
