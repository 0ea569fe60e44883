import { randomUUID } from 'node:crypto';
import { webConsent } from '@kaifong/shared/care/asking/consent.ts';
import { home } from '../../test/district.ts';
import { TestClient } from '../../test/test-client.ts';
import { type CareDistrict, tuesdayEvening } from '../test-care.ts';

/** What somebody writes on the page who asks by the web. */
export function anAsking(overrides: Record<string, unknown> = {}) {
  return {
    dangerNow: false,
    place: home.street,
    alias: '晨曦',
    word: '榕树下',
    consent: { version: webConsent.version, given: true },
    forWhom: 'self',
    topics: ['family'],
    languages: ['cantonese'],
    slots: [tuesdayEvening],
    ...overrides,
  };
}

/** Somebody without an account, from a network of their own. */
export const aStranger = (district: CareDistrict) => new TestClient(district.careApi, { address: randomUUID() });

/** A request that came by the web, and what opens it again. */
export async function anAsked(district: CareDistrict, overrides: Record<string, unknown> = {}) {
  const asking = anAsking(overrides);
  const answer = await aStranger(district).post('/care/askings', asking);
  if (answer.status !== 201) throw new Error(`not asked: ${JSON.stringify(answer.body)}`);
  return { key: { code: answer.body.returnCode as string, word: asking.word } };
}
