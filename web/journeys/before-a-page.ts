import { randomUUID } from 'node:crypto';
import { careConsent } from '@kaifong/shared/care/asking/consent.ts';
import { type demoAccounts, demoCommunity, demoStreet, demoTeam } from '@kaifong/shared/demo/accounts.ts';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import type { Page } from 'playwright-core';

/** An account of the demo, or a number that nobody has signed in with. */
export type Person = keyof typeof demoAccounts | `1${string}`;

/** The page of somebody else, who has signed in. */
export type Others = (who: Person) => Promise<Page>;

/** Asks the API for something as the person whose page it is. */
export async function ask(page: Page, path: string, body: object, method = 'POST'): Promise<Record<string, string>> {
  const headers = { 'idempotency-key': randomUUID() };
  const answer = await page.request.fetch(`/api${path}`, { method, data: body, headers });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return await answer.json();
}

/** A request for support that was taken down, and screened when something is said of it; answers the path of its case. */
export async function caseOf(page: Page, screening?: object): Promise<string> {
  const { caseId } = await ask(page, '/care/requests', {
    place: demoStreet,
    alias: '晨曦',
    forWhom: 'self',
    channel: 'phone',
    consent: { version: careConsent.version, given: true },
    topics: ['family'],
    languages: ['cantonese'],
    slots: [{ weekday: 2, from: 19 * 60, to: 21 * 60 }],
  });
  if (screening) await ask(page, `/care/cases/${caseId}/screening`, screening);
  return `/care/cases/${caseId}`;
}

/** What a screening may have heard. */
export const calm = { dangerNow: false, phq2: [2, 1] };
export const danger = { dangerNow: true, phq2: [null, null] };

/** Somebody under 18 half way through registering, whose guardian is known and has still to consent. */
export async function askForGuardian(page: Page): Promise<void> {
  const person = {
    name: '邹小明',
    documentKind: 'mainlandId',
    documentNumber: makeSyntheticId({ birthDate: '2010-05-04', sequence: 51 }),
    community: demoCommunity,
  };
  await ask(page, '/registration-draft', { step: 'person', version: 0, ...person }, 'PUT');
  const guardian = { name: '邹大文', mobile: '13600000051' };
  await ask(page, '/registration-draft', { step: 'guardian', version: 1, guardian }, 'PUT');
}

/** What a grown woman fills in to register. */
export const registration = (birthDate: string) => ({
  name: '邹阿婆',
  documentKind: 'mainlandId',
  documentNumber: makeSyntheticId({ birthDate, sequence: 38 }),
  community: demoCommunity,
  skills: [],
  languages: ['cantonese'],
  consents: { terms: true, sensitiveData: true },
});

/** A merge of two records, begun; answers the path of its page. */
export async function mergeBegun(page: Page): Promise<string> {
  const onPaper = (birthDate: string, mobile: string) =>
    ask(page, '/volunteers/on-paper', { ...registration(birthDate), mobile });
  const stays = await onPaper('1952-02-03', '13700000053');
  const goes = await onPaper('1952-02-04', '13700000054');
  const reason = '同一人，换了证件重新登记';
  const { id } = await ask(page, '/merges', { stays: stays.id, goes: goes.id, mobile: 'signsIn', reason });
  return `/coordinator/merges/${id}`;
}

/** A list that was handed in to be checked; answers the path of its page. */
export async function importBegun(page: Page): Promise<string> {
  await page.goto('/coordinator/import');
  const documentNumber = makeSyntheticId({ birthDate: '1961-03-08', sequence: 52 });
  const buffer = Buffer.from(`姓名,证件号码,手机号码,社区\n邹一,${documentNumber},13700000052,恩宁东社区\n`);
  await page.locator('input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer });
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL('**/coordinator/import/*');
  return new URL(page.url()).pathname;
}

/** Certificates for a community, issued or being so. */
export async function batchBegun(page: Page): Promise<string> {
  await page.goto(`/coordinator/service-certificates/batches?place=${demoCommunity}`);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL('**/service-certificates/batches/scb_*');
  return new URL(page.url()).pathname;
}

export async function pushBegun(page: Page): Promise<string> {
  await page.goto('/coordinator/exchange');
  await page.locator('main form[method=POST] button[type=submit]').first().click();
  await page.waitForURL('**/coordinator/exchange/psh_*');
  return new URL(page.url()).pathname;
}

/** Where the poster of a team leads. */
export async function invitation(_page: Page, others: Others): Promise<string> {
  const team = demoTeam.replaceAll('/', '-');
  const leader = await others('teamLeader');
  const code = await leader.request.get(`/api/teams/${team}/code`);
  return `/join/${team}?code=${(await code.json()).code}`;
}
