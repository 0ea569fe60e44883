import { aShift } from './a-shift.ts';
import { aVolunteer } from './a-volunteer.ts';
import type { TestDistrict } from './district.ts';
import { home } from './district.ts';
import type { TestClient } from './test-client.ts';

/** A leader, three of her volunteers, and what they do with shifts. */
export async function aCrew(district: TestDistrict) {
  const leader = await district.person({ role: 'teamLeader', scope: home.team });
  const aMember = async (name: string) => (await aVolunteer(district, { name, skills: ['firstAid'] })).caller;
  return {
    leader,
    mei: await aMember('陈小梅'),
    lan: await aMember('李兰'),
    jun: await aMember('黄俊'),

    shift: (overrides: Parameters<typeof aShift>[1] = {}) => aShift(district, { leader, ...overrides }),
    setPlaces: (shiftId: string, places: number) => leader.put(`/shifts/${shiftId}/places`, { places }),
    signUp: (who: TestClient, shiftId: string) => who.post(`/shifts/${shiftId}/sign-ups`),
    cancel: (who: TestClient, shiftId: string) =>
      who.post(`/shifts/${shiftId}/sign-ups/me/late-cancellation`, { reason: '家里有事' }),
    wait: (who: TestClient, shiftId: string) => who.post(`/shifts/${shiftId}/waitlist`),
    leave: (who: TestClient, shiftId: string) => who.delete(`/shifts/${shiftId}/waitlist/me`),
    accept: (who: TestClient, shiftId: string) => who.post(`/shifts/${shiftId}/offer/acceptance`),
    decline: (who: TestClient, shiftId: string) => who.post(`/shifts/${shiftId}/offer/refusal`),
    /** The shift as someone sees it. */
    seen: async (who: TestClient, shiftId: string) => (await who.get(`/shifts/${shiftId}`)).body,
    /** Who has a place, as the leader sees it. */
    names: async (shiftId: string): Promise<string[]> => {
      const { body } = await leader.get(`/shifts/${shiftId}/sign-ups?limit=100`);
      return body.items.map(({ name }: { name: string }) => name).sort();
    },
  };
}

export type Crew = Awaited<ReturnType<typeof aCrew>>;
