import { demoAccounts, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { shiftTexts } from '@kaifong/shared/kernel/field-texts/scheduling.ts';
import { fill, type Language } from '@kaifong/shared/kernel/language.ts';
import { dayOf, hour, instantAt, shiftBy, toInstant } from '@kaifong/shared/kernel/time.ts';
import { shiftErrors } from '@kaifong/shared/scheduling/errors.ts';
import { addDays } from '@kaifong/shared/scheduling/series/series-rule.ts';
import { it } from 'vitest';
import { describeJourney } from './journey.ts';
import { sendAs } from './send-as.ts';
import type { Visitor } from './visitor.ts';

const inDays = (days: number) => addDays(dayOf(toInstant(Date.now())), days);

/** What the house says beside a field. */
function said(code: string, language: Language, facts: Readonly<Record<string, string | number>> = {}): string {
  const text = shiftTexts[code];
  if (!text) throw new Error(`${code} has no words`);
  return fill(text[language], facts);
}

/** A form of a new shift with an end before its start, of 30 hours, and with two roles that are one. */
async function newShift({ page, open }: Visitor, language: Language): Promise<void> {
  await open('/leader/activities/new');
  const form = page.locator('form#activity');
  const send = async (fields: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(fields)) await form.locator(`input[name="${name}"]`).fill(value);
    await form.locator('button[name=then][value=draft]').click();
  };
  const sees = (words: string) => form.getByText(words).first().waitFor();
  await send({ title: '不会有的活动', date: inDays(9), startsAt: '10:00', endsAt: '09:00' });
  await sees(said('shift.endsBeforeStart', language));
  await form.locator('input[name=overnight]').check();
  await send({ startsAt: '06:00', endsAt: '12:00' });
  await sees(said('shift.tooLong', language, { maximum: 24 }));
  await form.locator('input[name=overnight]').uncheck();
  await form.locator('details:not([open]) > summary').last().click();
  const row = (index: number) => ({ [`roles.${index}.name`]: '引导', [`roles.${index}.most`]: '1' });
  await send({ ...row(0), ...row(1) });
  await sees(said('shift.roleTwice', language, { name: '引导' }));
}

/** A series that ends before it begins, or has 10,000 dates, is not even previewed. */
async function newSeries({ page, open }: Visitor, language: Language): Promise<void> {
  const rule = { step: 'preview', startsAt: '20:00', endsAt: '19:00', from: inDays(1), holidays: 'held', places: '2' };
  const look = async (changes: Readonly<Record<string, string>>, words: string) => {
    const asked = new URLSearchParams({ ...rule, ...changes });
    for (const weekday of ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']) asked.append('weekdays', weekday);
    await open(`/leader/series/new?${asked}`);
    await page.getByText(words).first().waitFor();
  };
  await open('/leader/series/new');
  const activityId = await page.locator('select[name=activityId] option').nth(1).getAttribute('value');
  const of = { activityId: activityId ?? '' };
  await look(of, said('shift.endsBeforeStart', language));
  await look({ ...of, endsAt: '22:00', until: inDays(10_000) }, said('series.tooMany', language, { maximum: 1000 }));
}

/** A shift in which two places are taken has no fewer, and the second of two who change its place is told. */
async function shiftThatStands(leader: Visitor, volunteer: Visitor, language: Language, days: number): Promise<void> {
  const { page, open } = leader;
  const place = { name: '荔枝湾涌牌坊', longitude: 113.2385, latitude: 23.1205 };
  const title = `照样办 ${language}`;
  const activity = await sendAs(leader, 'POST', '/activities', { title, kind: 'patrol', teamScope: demoTeam, place });
  const startsAt = instantAt(inDays(days), '09:00');
  const shift = { startsAt, endsAt: shiftBy(startsAt, hour), places: 2 };
  const { id } = await sendAs(leader, 'POST', `/activities/${activity.id}/shifts`, shift);
  await sendAs(leader, 'POST', `/shifts/${id}/publication`);
  for (const who of [leader, volunteer]) await sendAs(who, 'POST', `/shifts/${id}/sign-ups`);

  await open(`/leader/shifts/${id}`);
  const unfold = (form: string) => page.locator(`details:has(form#${form}) > summary`).first().click();
  await unfold('places');
  await page.locator('form#places input[name=places]').fill('1');
  await page.locator('form#places button:not([type=button])').last().click();
  await page
    .getByText(new AppError(shiftErrors.placesTaken, { taken: 2 }).messageIn(language))
    .first()
    .waitFor();

  await open(`/leader/shifts/${id}`);
  await unfold('relocation');
  await sendAs(leader, 'PUT', `/team-shifts/${id}/place`, { seen: place, place: { ...place, name: '沙面公园' } });
  await page.locator('form#relocation input[name="place.name"]').fill('荔湾湖公园北门');
  await page.locator('form#relocation button:not([type=button])').last().click();
  await page.getByText(new AppError(shiftErrors.changedMeanwhile).messageIn(language)).first().waitFor();
  await page
    .getByText(said('shift.nowIs', language, { value: '沙面公园' }))
    .first()
    .waitFor();
}

const readers = [
  { language: 'zh-Hans', visit: { language: 'zh-CN', javaScript: false } },
  { language: 'zh-Hant', visit: { language: 'zh-HK', javaScript: false } },
  { language: 'en', visit: { language: 'en-GB', javaScript: true } },
] as const;

describeJourney('what cannot be', ({ signIn }) => {
  for (const [index, { language, visit }] of readers.entries()) {
    it(`is refused on the page in the words of ${language}, ${visit.javaScript ? 'with' : 'without'} JavaScript`, async () => {
      const leader = await signIn(demoAccounts.teamLeader, visit);
      await newShift(leader, language);
      await newSeries(leader, language);
      await shiftThatStands(leader, await signIn(demoAccounts.volunteer), language, 61 + index);
    });
  }
});
