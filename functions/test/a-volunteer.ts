import { randomInt, randomUUID } from 'node:crypto';
import { toInstant } from '@kaifong/shared/kernel/time.ts';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import type { Skill } from '@kaifong/shared/people/skills/skills.ts';
import { home, type TestDistrict } from './district.ts';
import { TestClient } from './test-client.ts';

let born = 0;

/** A document number that no earlier call gave, of a grown woman. */
export function nextDocumentNumber(): string {
  const birthDate = toInstant(Date.parse('1960-01-01') + (born % 10_000) * 86_400_000).slice(0, 10);
  return makeSyntheticId({ birthDate, sequence: 2 * (Math.floor(born++ / 10_000) + randomInt(400)) });
}

/** What a grown-up fills in to register. */
export function aRegistration(overrides: Record<string, unknown> = {}) {
  return {
    name: '陈小明',
    documentKind: 'mainlandId',
    documentNumber: nextDocumentNumber(),
    community: home.community,
    skills: ['firstAid'],
    languages: ['cantonese', 'mandarin'],
    consents: { terms: true, sensitiveData: true },
    ...overrides,
  };
}

/** What a person agrees to who confirms a registration on paper. */
export const aConfirmation = { risks: true, consents: { terms: true, sensitiveData: true } };

/** Somebody whom a coordinator registered from a form, and who has signed in since with the number on it. */
export async function aPersonOnPaper(district: TestDistrict, overrides: Record<string, unknown> = {}) {
  const mobile = district.nextMobile();
  const coordinator = await district.person({ role: 'coordinator', scope: home.community });
  const registered = await coordinator.post('/volunteers/on-paper', aRegistration({ mobile, ...overrides }));
  if (registered.status !== 201) throw new Error(`not registered: ${JSON.stringify(registered.body)}`);
  const caller = new TestClient(district.api, { address: randomUUID() });
  await caller.signIn(mobile, district.sent);
  const session = await caller.get('/session');
  return { caller, volunteerId: registered.body.id as string, accountId: session.body.account.id as string, mobile };
}

/** A volunteer who signed in, registered and (unless `state` says `applied`) was approved, all through the API. */
export async function aVolunteer(
  district: TestDistrict,
  overrides: { skills?: Skill[]; scope?: string; state?: 'active' | 'applied'; name?: string } = {},
): Promise<{ caller: TestClient; volunteerId: string; accountId: string; mobile: string }> {
  const { skills, scope = home.community, state = 'active', name } = overrides;
  const mobile = district.nextMobile();
  const caller = new TestClient(district.api, { address: randomUUID() });
  await caller.signIn(mobile, district.sent);
  const registered = await caller.post(
    '/volunteers',
    aRegistration({ community: scope, ...(skills && { skills }), ...(name && { name }) }),
  );
  if (registered.status !== 201) throw new Error(`not registered: ${JSON.stringify(registered.body)}`);
  const volunteerId: string = registered.body.id;
  if (state === 'active') {
    const coordinator = await district.person({ role: 'coordinator', scope });
    const approved = await coordinator.post(`/volunteers/${volunteerId}/approval`, { decision: 'approve' });
    if (approved.status !== 200) throw new Error(`not approved: ${JSON.stringify(approved.body)}`);
  }
  const session = await caller.get('/session');
  return { caller, volunteerId, accountId: session.body.account.id, mobile };
}
