import { randomUUID } from 'node:crypto';
import { day, hour, minute } from '@kaifong/shared/kernel/time.ts';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aChildWithDraft, aCodeFor, aDraft, draftParts, keepSteps } from '../../test/a-draft.ts';
import {
  aConfirmation,
  aPersonOnPaper,
  aRegistration,
  aVolunteer,
  nextDocumentNumber,
} from '../../test/a-volunteer.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const coordinatorAt = (scope: string) => district.person({ role: 'coordinator', scope });
const stranger = () => new TestClient(district.api, { address: randomUUID() });

/** Who signs in again with the same number, on another phone. */
async function onAnotherPhone(mobile: string): Promise<TestClient> {
  const phone = new TestClient(district.api, { address: randomUUID() });
  await phone.signIn(mobile, district.sent);
  return phone;
}

describe('a registration filled in step by step', () => {
  it('goes on where it was left, on another phone, and shows no document number', async () => {
    const person = await district.person();
    expect((await person.get('/registration-draft')).body).toMatchObject({ version: 0, next: 'person' });
    const { caller, mobile } = await aDraft(district);
    const own = (await (await onAnotherPhone(mobile)).get('/registration-draft')).body;
    expect(own).toMatchObject({
      version: 4,
      next: 'check',
      isMinor: false,
      person: { name: '陈小明', document: { number: expect.stringMatching(/^440\*+\d{3}[\dX]$/) } },
      abilities: { weekly: ['mon-evening', 'sat-morning'] },
      emergency: { contact: { mobile: '+8613600000009' }, insurance: { policyNumber: 'GZ-2026/001' } },
    });
    expect(JSON.stringify(own)).not.toContain('documentNumber');
    expect((await caller.get('/volunteers/me')).status).toBe(403);
  });

  it('becomes an application with everything in it, once, and the draft is gone', async () => {
    const { caller, version } = await aDraft(district);
    const key = randomUUID();
    const sent = await caller.post('/registration-draft/submission', { version }, { key });
    expect(sent).toMatchObject({ status: 201, body: { state: 'applied' } });
    expect((await caller.post('/registration-draft/submission', { version }, { key })).body).toEqual(sent.body);
    expect((await caller.get('/registration-draft')).body).toMatchObject({ version: 0, next: 'person' });
    expect((await caller.get('/volunteers/me/details')).body).toMatchObject({
      skills: ['firstAid'],
      weekly: ['mon-evening', 'sat-morning'],
      contact: { name: '陈大文', relation: 'spouse' },
      insurance: { until: '2026-12-31' },
    });
    expect(await district.contexts.people.isInsuredOn(sent.body.id, '2026-12-31')).toBe(true);
    expect(await district.contexts.people.isInsuredOn(sent.body.id, '2027-01-01')).toBe(false);
    const late = await caller.put('/registration-draft', { step: 'abilities', version: 0 });
    expect(late.body.code).toBe('people.alreadyRegistered');
  });

  it('is not overwritten from a phone that shows an older one', async () => {
    const { caller, version } = await aDraft(district);
    const older = await caller.put('/registration-draft', { step: 'abilities', version: version - 1, skills: [] });
    expect([older.status, older.body.code]).toEqual([409, 'people.draftChanged']);
    const both = await Promise.all(
      [1, 2].map(() => caller.put('/registration-draft', { step: 'abilities', version, skills: ['legal'] })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const old = await caller.post('/registration-draft/submission', { version });
    expect(old.body.code).toBe('people.draftChanged');
  });

  it('keeps the document number when it is left empty, and asks for it with another kind of document', async () => {
    const { caller, version } = await aDraft(district);
    const { person } = draftParts({ name: '陈晓明', documentNumber: '' });
    const kept = await caller.put('/registration-draft', { step: 'person', version, ...person });
    expect(kept.body).toMatchObject({ next: 'check' });
    const other = { ...person, documentKind: 'taiwanPermit', birthDate: '1990-01-01' };
    const refused = await caller.put('/registration-draft', { step: 'person', version: version + 1, ...other });
    expect(refused.body.fields).toMatchObject([{ path: 'documentNumber' }]);
    expect((await caller.get('/registration-draft')).body.person.name).toBe('陈晓明');
  });

  it('is not sent half done, and forgotten after thirty days or on request', async () => {
    const person = await district.person();
    const { emergency: _, ...parts } = draftParts();
    const version = await keepSteps(person, parts);
    const sent = await person.post('/registration-draft/submission', { version });
    expect(sent.body.code).toBe('people.draftIncomplete');
    expect((await person.delete('/registration-draft')).status).toBe(200);
    expect((await person.get('/registration-draft')).body).toMatchObject({ version: 0, next: 'person' });

    const { mobile } = await aDraft(district);
    const { now } = district.clock;
    district.later(30 * day);
    const late = await onAnotherPhone(mobile);
    expect((await late.get('/registration-draft')).body).toMatchObject({ version: 0, next: 'person' });
    expect(await keepSteps(late, draftParts())).toBeGreaterThan(4);
    district.clock.now = now;
  });

  it.each([
    ['mainlandId', '440103190001019983', 'documentNumber'],
    ['mainlandId', makeSyntheticId({ birthDate: '2026-11-25', sequence: 1 }), 'documentNumber'],
    ['mainlandId', '440103190002300000', 'documentNumber'],
    ['homeReturnPermit', 'X12345678', 'documentNumber'],
    ['taiwanPermit', '1234567', 'documentNumber'],
    ['chinesePassport', 'A1234567', 'documentNumber'],
    ['foreignPassport', 'AB-1', 'documentNumber'],
    ['foreignPassport', 'A'.repeat(10_000), 'documentNumber'],
  ])(
    'refuses a %s with the number %.20s in three languages, and keeps nothing',
    async (documentKind, documentNumber, path) => {
      const texts = new Set<string>();
      for (const language of ['zh-Hans', 'zh-Hant', 'en']) {
        const person = new TestClient(district.api, { address: randomUUID(), language });
        await person.signIn(district.nextMobile(), district.sent);
        const { person: part } = draftParts({ documentKind, documentNumber, birthDate: '1990-01-01' });
        const answer = await person.put('/registration-draft', { step: 'person', version: 0, ...part });
        expect([answer.status, answer.body.fields[0].path]).toEqual([400, path]);
        texts.add(answer.body.fields[0].message);
        expect((await person.get('/registration-draft')).body.version).toBe(0);
      }
      expect(texts.size).toBe(3);
    },
  );

  it.each([
    ['zh-Hans', '已经登记过', '出生日期不对'],
    ['zh-Hant', '已經登記過', '出生日期不對'],
    ['en', 'This document is registered', 'birth date cannot be right'],
  ])(
    'says in %s that a document is registered, and that nobody is born in days to come',
    async (language, known, unborn) => {
      const documentNumber = nextDocumentNumber();
      await (await district.person()).post('/volunteers', aRegistration({ documentNumber }));
      const person = new TestClient(district.api, { address: randomUUID(), language });
      await person.signIn(district.nextMobile(), district.sent);
      const refused = await person.post('/volunteers', aRegistration({ documentNumber }));
      expect([refused.status, refused.body.code]).toEqual([409, 'people.documentKnown']);
      expect(refused.body.detail).toContain(known);
      const other = { documentKind: 'taiwanPermit', documentNumber: '12345678', birthDate: '2026-11-25' };
      const early = await person.post('/volunteers', aRegistration(other));
      expect([early.status, early.body.fields[0].path]).toEqual([400, 'birthDate']);
      expect(early.body.fields[0].message).toContain(unborn);
      expect((await person.get('/volunteers/me')).status).not.toBe(200);
    },
  );

  it('refuses a document that is registered, a birth date to come, an insurance that ends before it begins', async () => {
    const documentNumber = nextDocumentNumber();
    await (await district.person()).post('/volunteers', aRegistration({ documentNumber }));
    const person = await district.person();
    const keep = (step: string, part: object) => person.put('/registration-draft', { step, version: 0, ...part });
    expect((await keep('person', draftParts({ documentNumber }).person)).body.code).toBe('people.documentKnown');
    const unborn = draftParts({ documentKind: 'taiwanPermit', documentNumber: '12345678', birthDate: '2026-11-25' });
    expect((await keep('person', unborn.person)).body.fields[0].path).toBe('birthDate');
    const { contact } = draftParts().emergency;
    const insurance = { insurer: '粤康保险', policyNumber: 'GZ 1', from: '2026-02-01', until: '2026-01-01' };
    const { fields } = (await keep('emergency', { contact, insurance })).body;
    expect(fields.map(({ path }: { path: string }) => path)).toContain('insurance.policyNumber');
    const turned = { ...insurance, policyNumber: 'GZ-10001' };
    expect((await keep('emergency', { contact, insurance: turned })).body.fields[0].path).toBe('insurance.until');
  });
});

describe('the consent of a guardian', () => {
  it('comes by a code to the guardian’s own phone, and nobody is approved without it', async () => {
    const child = await aChildWithDraft(district);
    const sent = await child.caller.post('/registration-draft/submission', { version: child.version });
    expect(sent.status).toBe(201);
    expect((await child.caller.get('/volunteers/me')).body.next).toBe('askGuardian');
    const coordinator = await coordinatorAt(home.community);
    const approve = () => coordinator.post(`/volunteers/${sent.body.id}/approval`, { decision: 'approve' });
    expect((await approve()).body.code).toBe('people.guardianAwaited');
    const bulk = { place: home.community, volunteerIds: [sent.body.id] };
    const many = await coordinator.post('/volunteers/approvals', bulk);
    expect(many.body.results).toMatchObject([{ approved: false, code: 'people.guardianAwaited' }]);

    const page = await stranger().get(`/guardian-consents/${child.token}`);
    expect(page.body).toMatchObject({ childName: '陈*明', guardianName: '陈*文', isUnder14: false });
    const code = await aCodeFor(district, child);
    expect((await stranger().post(`/guardian-consents/${child.token}`, { code, consent: true })).status).toBe(200);
    const again = await stranger().post(`/guardian-consents/${child.token}`, { code, consent: true });
    expect(again.body.code).toBe('people.guardianConsented');
    const own = (await child.caller.get('/volunteers/me')).body;
    expect(own.next).toBe('waitForApproval');
    expect(own.consents).toContainEqual({
      kind: 'guardian',
      version: '2026-01',
      given: true,
      at: district.clock.now,
      on: 'code',
    });
    expect((await approve()).status).toBe(200);
  });

  it('comes before anything is kept of a child under 14, and covers the data as well', async () => {
    const child = await aChildWithDraft(district, '2015-06-01');
    const send = () => child.caller.post('/registration-draft/submission', { version: child.version });
    expect((await send()).body.code).toBe('people.guardianFirst');
    const code = await aCodeFor(district, child);
    const answer = (more: object) =>
      stranger().post(`/guardian-consents/${child.token}`, { code, consent: true, ...more });
    expect((await answer({})).body.fields).toMatchObject([{ path: 'dataConsent' }]);
    expect((await answer({ dataConsent: true })).status).toBe(200);
    expect((await send()).status).toBe(201);
  });

  it('takes no code for signing in, and its own code signs nobody in', async () => {
    const child = await aChildWithDraft(district);
    const browser = stranger();
    await browser.post('/one-time-codes', { mobile: child.guardian });
    const signInCode = district.sent.at(-1)?.code;
    const wrong = await stranger().post(`/guardian-consents/${child.token}`, { code: signInCode, consent: true });
    expect(wrong.body.code).toBe('session.codeExpired');
    const code = await aCodeFor(district, child);
    if (code === signInCode) return;
    const session = await browser.post('/sessions', { mobile: child.guardian, code });
    expect(session.body.code).toBe('session.codeWrong');
  });

  it('runs out with the code, after five wrong ones, and sends no more than five codes an hour', async () => {
    const child = await aChildWithDraft(district);
    const path = `/guardian-consents/${child.token}`;
    const code = await aCodeFor(district, child);
    const { now } = district.clock;
    district.later(5 * minute);
    expect((await stranger().post(path, { code, consent: true })).body.code).toBe('session.codeExpired');
    district.clock.now = now;

    const right = await aCodeFor(district, child);
    const wrong = right === '000000' ? '000001' : '000000';
    const codes: string[] = [];
    for (let tries = 0; tries < 5; tries += 1) {
      codes.push((await stranger().post(path, { code: wrong, consent: true })).body.code);
    }
    expect(codes).toEqual([...Array(4).fill('session.codeWrong'), 'session.codeExpired']);
    expect((await stranger().post(path, { code: right, consent: true })).body.code).toBe('session.codeExpired');
    const phone = stranger();
    for (let more = 0; more < 5; more += 1) expect((await phone.post(`${path}/codes`)).status).toBe(202);
    expect((await phone.post(`${path}/codes`)).body.code).toBe('session.tooManyCodes');
    district.later(hour);
  });

  it('is asked anew of another guardian, whose link alone holds, and never of the child’s own phone', async () => {
    const child = await aChildWithDraft(district);
    const keep = (mobile: string) =>
      child.caller.put('/registration-draft', {
        step: 'guardian',
        version: child.version,
        guardian: { name: '陈二', mobile },
      });
    expect((await keep(child.mobile)).body.fields[0].path).toBe('guardian.mobile');
    district.later(1000);
    expect((await keep(district.nextMobile())).status).toBe(200);
    expect((await stranger().get(`/guardian-consents/${child.token}`)).status).toBe(404);
    const { token } = (await child.caller.get('/guardian-consents/own')).body;
    expect((await stranger().get(`/guardian-consents/${token}`)).body.guardianName).toBe('陈*');
  });
});

describe('a registration on paper', () => {
  it('counts for nothing until the person confirms it on her own phone, with consents of her own', async () => {
    const person = await aPersonOnPaper(district);
    expect((await person.caller.get('/volunteers/me')).body).toMatchObject({ state: 'unconfirmed', next: 'confirm' });
    const coordinator = await coordinatorAt(home.community);
    const approve = () => coordinator.post(`/volunteers/${person.volunteerId}/approval`, { decision: 'approve' });
    expect((await approve()).body.code).toBe('people.notConfirmed');
    const bare = await person.caller.post('/volunteers/me/confirmation', { risks: true, consents: {} });
    expect(bare.body.fields.map(({ path }: { path: string }) => path)).toEqual([
      'consents.terms',
      'consents.sensitiveData',
    ]);
    expect((await person.caller.post('/volunteers/me/confirmation', aConfirmation)).status).toBe(200);
    const own = (await person.caller.get('/volunteers/me')).body;
    expect(own.state).toBe('applied');
    expect(own.consents.map(({ kind, on }: Record<string, string>) => `${kind} ${on}`)).toEqual(
      ['terms', 'sensitiveData', 'rankings'].map((kind) => `${kind} screen`),
    );
    expect((await approve()).status).toBe(200);
  });

  it('is not got round by withdrawing and applying again', async () => {
    const { caller } = await aPersonOnPaper(district);
    await caller.post('/volunteers/me/moves', { move: 'withdraw' });
    expect((await caller.post('/volunteers/me/moves', { move: 'applyAgain' })).body.state).toBe('unconfirmed');
  });

  it('is taken down by a leader for the community of her team alone, and never for a number that is a volunteer’s', async () => {
    const leader = await district.person({ role: 'teamLeader', scope: home.team });
    const register = (more: object) =>
      leader.post('/volunteers/on-paper', aRegistration({ mobile: district.nextMobile(), team: home.team, ...more }));
    expect((await register({})).status).toBe(201);
    expect((await register({ team: undefined })).status).toBe(403);
    expect((await register({ community: '440103/002/001' })).body.code).toBe('place.unknown');
    const { mobile } = await aVolunteer(district);
    expect((await register({ mobile })).body.code).toBe('people.mobileKnown');
    expect((await register({ mobile: '123' })).body.fields[0].path).toBe('mobile');
  });

  it('asks the guardian of a minor by code, whatever was signed on paper', async () => {
    const guardian = { name: '陈大文', mobile: district.nextMobile(), consent: true };
    const documentNumber = makeSyntheticId({ birthDate: '2010-02-02', sequence: 12 });
    const { caller, volunteerId } = await aPersonOnPaper(district, { documentNumber, guardian });
    await caller.post('/volunteers/me/confirmation', aConfirmation);
    const coordinator = await coordinatorAt(home.community);
    const approve = () => coordinator.post(`/volunteers/${volunteerId}/approval`, { decision: 'approve' });
    expect((await approve()).body.code).toBe('people.guardianAwaited');
    const { token } = (await caller.get('/guardian-consents/own')).body;
    const code = await aCodeFor(district, { token, guardian: guardian.mobile });
    expect((await stranger().post(`/guardian-consents/${token}`, { code, consent: true })).status).toBe(200);
    expect((await approve()).status).toBe(200);
  });
});

describe('what a volunteer changes of herself', () => {
  it('counts at once, on one phone at a time, and stays under seal', async () => {
    const { caller, volunteerId } = await aVolunteer(district);
    const { contact, insurance } = draftParts().emergency;
    const change = { skills: ['driving'], languages: ['hakka'], weekly: ['sun-evening'], contact, insurance };
    const away = [{ from: '2026-12-24', until: '2026-12-26' }];
    expect((await caller.put('/volunteers/me/details', { version: 0, away, ...change })).body).toEqual({ version: 1 });
    expect((await caller.put('/volunteers/me/details', { version: 0, ...change })).body.code).toBe(
      'people.detailsChanged',
    );
    expect((await caller.get('/volunteers/me/details')).body).toMatchObject({ version: 1, away, languages: ['hakka'] });
    expect(await district.contexts.people.findVolunteer(volunteerId)).toMatchObject({ skills: ['driving'] });
    const turned = [{ from: '2026-12-24', until: '2026-12-20' }];
    const refused = await caller.put('/volunteers/me/details', { version: 1, ...change, away: turned });
    expect(refused.body.fields[0].path).toBe('away.0.until');
  });
});
