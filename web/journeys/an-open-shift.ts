import { demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { hour, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Page } from 'playwright-core';
import { ask } from './before-a-page.ts';

/** A shift of one hour, or of so many, of the demo's team, open for sign-up to three; made by the leader of this page. Answers its id. */
export async function anOpenShift(leader: Page, title: string, startsAt: Instant, hours = 1): Promise<string> {
  const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
  const activity = await ask(leader, '/activities', { title, kind: 'patrol', teamScope: demoTeam, place });
  const shift = { startsAt, endsAt: shiftBy(startsAt, hours * hour), places: 3 };
  const { id = '' } = await ask(leader, `/activities/${activity.id}/shifts`, shift);
  await ask(leader, `/shifts/${id}/publication`, {});
  return id;
}
