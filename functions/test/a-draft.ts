import { randomUUID } from 'node:crypto';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import { nextDocumentNumber } from './a-volunteer.ts';
import { home, type TestDistrict } from './district.ts';
import { TestClient } from './test-client.ts';

const contact = { name: '陈大文', relation: 'spouse', mobile: '13600000009' };

/** What a grown-up fills in, step by step. */
export const draftParts = (person: Record<string, unknown> = {}) => ({
  person: {
    name: '陈小明',
    documentKind: 'mainlandId',
    documentNumber: nextDocumentNumber(),
    community: home.community,
    ...person,
  },
  abilities: { skills: ['firstAid'], languages: ['cantonese'], weekly: ['sat-morning', 'mon-evening'] },
  emergency: {
    contact,
    insurance: { insurer: '粤康保险', policyNumber: 'gz-2026/001', from: '2026-01-01', until: '2026-12-31' },
  },
  consents: { risks: true, consents: { terms: true, sensitiveData: true } },
});

/** Keeps steps one after the other, and answers the version of the last. */
export async function keepSteps(caller: TestClient, parts: Record<string, object>, from = 0): Promise<number> {
  let version = from;
  for (const [step, part] of Object.entries(parts)) {
    const kept = await caller.put('/registration-draft', { step, version, ...part });
    if (kept.status !== 200) throw new Error(`${step} was not kept: ${JSON.stringify(kept.body)}`);
    version = kept.body.version;
  }
  return version;
}

/** Somebody who has filled in everything and sent nothing. */
export async function aDraft(district: TestDistrict, person: Record<string, unknown> = {}) {
  const mobile = district.nextMobile();
  const caller = new TestClient(district.api, { address: randomUUID() });
  await caller.signIn(mobile, district.sent);
  return { caller, mobile, version: await keepSteps(caller, draftParts(person)) };
}

let children = 0;

/** Somebody under 18 who has filled in everything, and whose guardian has still to consent. Born in 2011 unless said otherwise. */
export async function aChildWithDraft(district: TestDistrict, birthDate = '2011-05-04') {
  const { person, ...others } = draftParts({
    documentNumber: makeSyntheticId({ birthDate, sequence: children++ % 999 }),
  });
  const guardian = district.nextMobile();
  const mobile = district.nextMobile();
  const caller = new TestClient(district.api, { address: randomUUID() });
  await caller.signIn(mobile, district.sent);
  const parts = { person, guardian: { guardian: { name: '陈大文', mobile: guardian } }, ...others };
  const version = await keepSteps(caller, parts);
  const own = await caller.get('/guardian-consents/own');
  return { caller, mobile, guardian, version, token: own.body.token as string };
}

/** The code that came to the guardian's phone. */
export async function aCodeFor(
  district: TestDistrict,
  { token, guardian }: Readonly<{ token: string; guardian: string }>,
): Promise<string> {
  const sent = await new TestClient(district.api, { address: randomUUID() }).post(`/guardian-consents/${token}/codes`);
  if (sent.status !== 202) throw new Error(`no code: ${JSON.stringify(sent.body)}`);
  return district.sent.findLast(({ mobile }) => mobile.endsWith(guardian))?.code ?? '';
}
