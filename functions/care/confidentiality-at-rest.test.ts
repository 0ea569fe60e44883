import { newId } from '@kaifong/shared/kernel/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CareDistrict, startCareDistrict } from './test-care.ts';
import { careRows, secrets, tellSecrets } from './test-secrets.ts';

let district: CareDistrict;
let rows: Record<string, unknown>[];
let told: Awaited<ReturnType<typeof tellSecrets>>;

beforeAll(async () => {
  district = await startCareDistrict();
  told = await tellSecrets(district);
  rows = await careRows(district);
});
afterAll(() => district.stop());

describe('confidentiality 5: what lies in the table of care', () => {
  it('says nothing of a person outside sealed fields', () => {
    expect(rows.length).toBeGreaterThan(20);
    const open = rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([field]) => !/sealed$/i.test(field))),
    );
    const text = JSON.stringify(open);
    for (const secret of Object.values(secrets).flat()) expect(text).not.toContain(secret);
    expect(text).not.toMatch(
      /"(low|moderate|high|emergency|bullying|positive|negative|referred|familyMember|dangerNow|video|visit|noAnswer|hospital|received)"/,
    );
    expect(text).not.toMatch(
      /"(risk|total|band|answers|topics|languages|alias|summary|contact|text|room|link|mode|answers|told)"/,
    );
  });

  it('is sealed so that it opens nowhere else', async () => {
    const supportCase = rows.find(({ entity, id }) => entity === 'supportCase' && id === told.caseId);
    const sealed = String(supportCase?.headSealed);
    expect(await district.careSealer.open(sealed, `case/${told.caseId}/head`)).toContain(secrets.alias);
    await expect(district.careSealer.open(sealed, `case/${newId('supportCase', 0)}/head`)).rejects.toThrow();
    await expect(district.sealer.open(sealed, `case/${told.caseId}/head`)).rejects.toThrow();
  });

  it('cannot be tied to an account or a volunteer without the key', () => {
    const text = JSON.stringify(rows);
    expect(text).not.toMatch(/acc_|vol_/);
    for (const id of [told.counsellor.accountId, ...district.volunteers.keys()]) expect(text).not.toContain(id);
  });

  it('tells in its events of ids, places and calls, and no more', () => {
    const events = rows.filter(({ entity }) => entity === 'event');
    const fields = events.flatMap(({ data }) => Object.keys(data as object));
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set(['care.caseAssigned', 'care.caseClosed', 'care.onCallPaged']),
    );
    expect(new Set(fields)).toEqual(
      new Set(['caseId', 'counsellorId', 'escalationId', 'place', 'level', 'reason', 'called']),
    );
  });

  it('tells in its receipts where a case stands, and no more', () => {
    const answers = rows.filter(({ entity }) => entity === 'receipt').map(({ answer }) => answer as object);
    expect(answers.length).toBeGreaterThan(5);
    const fields = new Set(answers.flatMap(Object.keys));
    expect(fields).toEqual(
      new Set([
        ...['caseId', 'state', 'counsellorId', 'noteId', 'version', 'open', 'sessionId', 'left', 'referralId'],
        'isKept',
      ]),
    );
  });

  it('and the log tell nothing of a person', () => {
    const log = district.log.join('\n');
    for (const secret of Object.values(secrets).flat()) expect(log).not.toContain(secret);
    expect(log).not.toMatch(/acc_|vol_|cas_|cns_|esc_|moderate|positive/);
    expect(JSON.stringify(district.pages)).not.toContain(secrets.alias);
  });
});
