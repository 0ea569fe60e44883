import { mayKeepFor, retentionRules } from '@kaifong/shared/kernel/retention.ts';
import { day } from '@kaifong/shared/kernel/time.ts';
import { makeSyntheticId } from '@kaifong/shared/people/registration/document.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Account, MobileOwner } from '../../identity/identity.table.ts';
import { NoticeItem } from '../../notifications/notifications.table.ts';
import { aCodeFor } from '../../test/a-draft.ts';
import { aShift } from '../../test/a-shift.ts';
import { aRegistration, aVolunteer, nextDocumentNumber } from '../../test/a-volunteer.ts';
import { auditOf } from '../../test/audit-of.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import { MoveItem, Volunteer } from '../people.table.ts';
import { ClosureItem, ConsentItem } from './rights.table.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

const tick = () => district.contexts.people.onTick(district.clock.now);
const stored = async (id: string) => (await district.table('people').get(Volunteer, { id })) as Volunteer;
const wordsAbout = async (id: string) => (await auditOf(district, id)).map(({ action }) => action);

describe('consents', () => {
  it('one that is free is given and withdrawn, and nothing else changes', async () => {
    const { caller, volunteerId } = await aVolunteer(district);
    for (const given of [true, false, true]) {
      const answer = await caller.post('/rights/consents', { kind: 'rankings', given });
      expect(answer.body).toMatchObject({ kind: 'rankings', given, version: '2026-01', at: district.clock.now });
      const { consents } = (await caller.get('/rights')).body;
      expect(consents).toContainEqual(expect.objectContaining({ kind: 'rankings', given }));
    }
    expect((await stored(volunteerId)).state).toBe('active');
    const { items } = await district.table('people').query(ConsentItem, `VOLUNTEER#${volunteerId}`, {
      range: { beginsWith: 'CONSENT#' },
      limit: 10,
    });
    expect(items.map(({ given }) => given)).toEqual([true, false, true]);
    expect(await wordsAbout(volunteerId)).toEqual(
      expect.arrayContaining(['consent.given.rankings', 'consent.withdrawn.rankings']),
    );
  });

  it('withdrawing one that volunteering needs ends it: coming places are given back, and nothing can be taken', async () => {
    const { caller, volunteerId } = await aVolunteer(district);
    const { shiftId } = await aShift(district);
    expect((await caller.post(`/shifts/${shiftId}/sign-ups`)).status).toBe(201);
    expect((await caller.post('/rights/consents', { kind: 'sensitiveData', given: false })).status).toBe(200);
    await district.settle();
    expect((await stored(volunteerId)).state).toBe('withdrawn');
    expect((await caller.get('/agenda')).body.items).not.toContainEqual(expect.objectContaining({ state: 'signedUp' }));
    expect((await caller.post(`/shifts/${shiftId}/sign-ups`)).body.code).toBe('shift.notActive');

    const again = await caller.post('/volunteers/me/moves', { move: 'applyAgain' });
    expect(again.body.code).toBe('rights.consentNeeded');
    await caller.post('/rights/consents', { kind: 'sensitiveData', given: true });
    expect((await caller.post('/volunteers/me/moves', { move: 'applyAgain' })).body.state).toBe('applied');
  });

  it('say what stands in the way', async () => {
    const { caller } = await aVolunteer(district);
    const change = async (body: unknown) => (await caller.post('/rights/consents', body)).body;
    expect((await change({ kind: 'terms', given: true })).code).toBe('rights.asItWas');
    expect((await change({ kind: 'guardian', given: false })).code).toBe('rights.notAsked');
    expect((await change({ kind: 'cookies', given: false })).fields[0].path).toBe('kind');
    expect((await change({ kind: 'terms' })).fields[0].path).toBe('given');
    const stranger = await district.person();
    expect((await stranger.post('/rights/consents', { kind: 'rankings', given: true })).status).toBe(403);
  });

  it('a guardian’s is not given by the child', async () => {
    const caller = await district.person();
    const documentNumber = makeSyntheticId({ birthDate: '2010-05-06', sequence: 8 });
    const guardian = { name: '陈大文', mobile: '13500000001', consent: true };
    await caller.post('/volunteers', aRegistration({ documentNumber, guardian }));
    const give = (given: boolean) => caller.post('/rights/consents', { kind: 'guardian', given });
    expect((await give(true)).body.code).toBe('rights.notAsked');
    const { token } = (await caller.get('/guardian-consents/own')).body;
    const code = await aCodeFor(district, { token, guardian: guardian.mobile });
    await caller.post(`/guardian-consents/${token}`, { code, consent: true });
    expect((await caller.get('/rights')).body.consents).toContainEqual(
      expect.objectContaining({ kind: 'guardian', on: 'code' }),
    );
    expect((await give(false)).status).toBe(200);
    expect((await caller.get('/volunteers/me')).body.state).toBe('withdrawn');
    expect((await give(true)).body.code).toBe('rights.notAsked');
    expect((await caller.post('/volunteers/me/moves', { move: 'applyAgain' })).body.state).toBe('applied');
    expect((await caller.get('/volunteers/me')).body.next).toBe('askGuardian');
  });
});

describe('closing an account', () => {
  it('is asked for once, can be taken back, and then nothing comes of it', async () => {
    const { caller, volunteerId } = await aVolunteer(district);
    const asked = await caller.post('/rights/closure');
    expect(asked.body).toEqual({ askedAt: district.clock.now, closesOn: expect.stringMatching(/^2026-1\d-\d\d$/) });
    expect((await caller.get('/rights')).body.closure).toEqual(asked.body);
    const twice = await caller.post('/rights/closure');
    expect([twice.status, twice.body.code]).toEqual([409, 'rights.closureKnown']);
    expect(twice.body.detail).toContain(asked.body.closesOn);
    expect((await caller.delete('/rights/closure')).status).toBe(200);
    expect((await caller.delete('/rights/closure')).body.code).toBe('rights.noClosure');
    expect((await caller.get('/rights')).body.closure).toBeUndefined();
    const then = district.clock.now;
    district.later(20 * day);
    await tick();
    district.clock.now = then;
    expect((await stored(volunteerId)).state).toBe('active');
    expect(await wordsAbout(volunteerId)).toEqual(expect.arrayContaining(['closure.asked', 'closure.takenBack']));
  });

  it('is carried out on its day and not before: who she was is gone, what the law keeps stays under her number', async () => {
    const documentNumber = nextDocumentNumber();
    const { caller, volunteerId, accountId, mobile } = await aVolunteer(district, { name: '黎慧心' });
    const coordinator = await district.person({ role: 'coordinator', scope: home.street });
    const reason = '多次无故缺席请谈一谈';
    await coordinator.post(`/volunteers/${volunteerId}/suspension`, { move: 'suspend', reason });
    await coordinator.post(`/volunteers/${volunteerId}/suspension`, { move: 'lift', reason });
    await caller.post('/rights/consents', { kind: 'rankings', given: true });
    const { shiftId } = await aShift(district);
    await caller.post(`/shifts/${shiftId}/sign-ups`);
    await district.settle();
    const before = await stored(volunteerId);
    await caller.post('/rights/closure');
    const closure = (await district.table('people').get(ClosureItem, { accountId })) as ClosureItem;

    const then = district.clock.now;
    district.later(Date.parse(closure.closesAt) - Date.parse(then) - 1);
    await tick();
    expect((await stored(volunteerId)).closedAt).toBeUndefined();
    district.later(1);
    // The clock may be half way now.
    expect((await caller.delete('/rights/closure')).body.code).toBe('rights.noClosure');
    await tick();
    await tick();
    await district.settle();
    await district.redeliver();

    const after = await stored(volunteerId);
    expect(after).toMatchObject({
      number: before.number,
      state: 'withdrawn',
      name: '已注销',
      closedAt: district.clock.now,
    });
    const partition = `VOLUNTEER#${volunteerId}`;
    const moves = await district
      .table('people')
      .query(MoveItem, partition, { range: { beginsWith: 'MOVE#' }, limit: 50 });
    const account = await district.table('identity').get(Account, { id: accountId });
    const left = JSON.stringify([after, moves.items, account]);
    expect(left).not.toMatch(/黎|慧|reasonSealed|mobileSealed/);
    expect(account).toMatchObject({ grants: [], closedAt: district.clock.now });
    const mobileIndex = await district.sealer.blindIndex('mobile', `+86${mobile}`);
    expect(await district.table('identity').get(MobileOwner, { mobileIndex })).toBeUndefined();
    const notices = await district.table('notifications').query(NoticeItem, `RECIPIENT#${accountId}`, { limit: 10 });
    expect(notices.items).toEqual([]);
    expect((await caller.get('/session')).status).toBe(401);

    const lines = (await auditOf(district, volunteerId)).filter(({ action }) => action === 'closure.carriedOut');
    expect(lines).toMatchObject([{ actor: 'clock', route: 'clock', scope: home.community }]);
    const consents = await district
      .table('people')
      .query(ConsentItem, partition, { range: { beginsWith: 'CONSENT#' }, limit: 9 });
    expect(consents.items).toMatchObject([{ kind: 'rankings', closedAt: district.clock.now }]);

    // The number is free, and whoever has it now is somebody new.
    const newcomer = district.stranger();
    await newcomer.signIn(mobile, district.sent);
    expect((await newcomer.get('/session')).body.account.id).not.toBe(accountId);
    expect((await newcomer.post('/volunteers', aRegistration({ documentNumber }))).status).toBe(201);
    const reader = await district.person({ role: 'coordinator', scope: home.street });
    const record = await reader.get(`/volunteers/${volunteerId}`);
    expect(record.body).toMatchObject({ name: '已注销', number: before.number, document: { number: '' } });
    district.clock.now = then;
  });

  it('works for an account that is no volunteer’s', async () => {
    const caller = await district.person({ role: 'coordinator', scope: home.street });
    const { id } = (await caller.get('/session')).body.account;
    await caller.post('/rights/closure');
    const then = district.clock.now;
    district.later(20 * day);
    await tick();
    expect(await district.table('identity').get(Account, { id })).toMatchObject({ grants: [], epoch: 1 });
    district.clock.now = then;
  });
});

describe('retention on the clock', () => {
  it('lets go of the document of who left after its time, not before, and not of who came back', async () => {
    const then = district.clock.now;
    const gone = await aVolunteer(district);
    const back = await aVolunteer(district);
    for (const { caller } of [gone, back]) await caller.post('/volunteers/me/moves', { move: 'withdraw' });
    district.later(day);
    await back.caller.post('/volunteers/me/moves', { move: 'applyAgain' });
    district.later((retentionRules.endedDocuments.days - 1) * day - 1);
    await tick();
    expect((await stored(gone.volunteerId)).documentErased).toBeUndefined();
    district.later(1);
    await tick();
    await tick();
    expect((await stored(gone.volunteerId)).documentErased).toBe(true);
    expect((await stored(back.volunteerId)).documentErased).toBeUndefined();
    expect(await wordsAbout(gone.volunteerId)).toEqual(['volunteer.eraseDocument']);
    district.clock.now = then;
    const again = await gone.caller.post('/volunteers/me/moves', { move: 'applyAgain' });
    expect(again.body.code).toBe('rights.documentGone');
  });

  it('keeps consents of a closed account for three years, and then no longer', async () => {
    const then = district.clock.now;
    const { caller, volunteerId } = await aVolunteer(district);
    await caller.post('/rights/consents', { kind: 'rankings', given: true });
    await caller.post('/rights/closure');
    district.later(20 * day);
    await tick();
    const left = async () =>
      (
        await district
          .table('people')
          .query(ConsentItem, `VOLUNTEER#${volunteerId}`, { range: { beginsWith: 'CONSENT#' }, limit: 9 })
      ).items.length;
    district.later(retentionRules.consents.atLeast * day - 1);
    await tick();
    expect(await left()).toBe(1);
    district.later(1);
    await tick();
    expect(await left()).toBe(0);
    expect(mayKeepFor(retentionRules.consents, 1095)).toMatchObject({ ok: false });
    district.clock.now = then;
  });
});

describe('a copy of one’s own data', () => {
  it('is whole, in each part its own, and in the audit', async () => {
    const documentNumber = makeSyntheticId({ birthDate: '2009-05-06', sequence: 6 });
    const guardian = { name: '陈大文', mobile: '13500000001', consent: true };
    const mobile = district.nextMobile();
    const caller = district.stranger();
    await caller.signIn(mobile, district.sent);
    const { id } = (await caller.post('/volunteers', aRegistration({ documentNumber, guardian }))).body;
    const copy = (await caller.get('/rights/copy')).body;
    expect(copy).toMatchObject({
      volunteer: {
        name: '陈小明',
        document: { kind: 'mainlandId', number: documentNumber },
        guardian: { name: '陈大文', mobile: '+8613500000001' },
        registeredBy: 'self',
      },
      moves: [],
      memberships: [],
    });
    expect(JSON.stringify(copy)).not.toMatch(/ealed|Index|nameKeys|version"?:\d/);
    expect((await caller.get('/session/copy')).body).toMatchObject({
      mobile: `+86${mobile}`,
      sessions: [{ startedAt: district.clock.now }],
    });
    expect(await auditOf(district, id)).toMatchObject([{ action: 'person.copied', keptAs: 'sharing' }]);
    const log = district.log.join('\n');
    expect(log).not.toContain(documentNumber);
    expect(log).not.toContain(mobile);
  });

  it('is there for an account that never registered', async () => {
    const caller = await district.person();
    expect((await caller.get('/rights/copy')).body).toEqual({
      moves: [],
      memberships: [],
      consentChanges: [],
      corrections: [],
      merges: [],
      formerMobiles: [],
    });
  });

  it('holds every sign-up, those given back too', async () => {
    const { caller } = await aVolunteer(district);
    const { shiftId } = await aShift(district);
    await caller.post(`/shifts/${shiftId}/sign-ups`);
    await caller.delete(`/shifts/${shiftId}/sign-ups/me`);
    expect((await caller.get('/sign-ups')).body.items).toMatchObject([{ shiftId, state: 'cancelled' }]);
  });
});

describe('a request for correction', () => {
  it('reaches the coordinators of her community, is answered once, and she reads the answer', async () => {
    const { caller, volunteerId } = await aVolunteer(district);
    const coordinator = await district.person({ role: 'coordinator', scope: home.street });
    const text = '身份证上的名字是“晓明”';
    expect((await caller.post('/rights/corrections', { about: 'shoes', text })).body.fields[0].path).toBe('about');
    expect((await caller.post('/rights/corrections', { about: 'name', text: '错' })).body.fields[0].path).toBe('text');
    const { id } = (await caller.post('/rights/corrections', { about: 'name', text })).body;
    const { items } = (await coordinator.get(`/corrections?place=${home.community}`)).body;
    const waiting = items.find((item: { id: string }) => item.id === id);
    expect(waiting).toMatchObject({ volunteerId, about: 'name', text, state: 'open' });

    const path = `/volunteers/${volunteerId}/corrections/${id}/answer`;
    const outcome = { outcome: 'done', answer: '已按证件更正' };
    expect((await coordinator.post(path, { outcome: 'done', answer: '' })).body.fields[0].path).toBe('answer');
    expect((await coordinator.post(path, outcome)).status).toBe(200);
    expect((await coordinator.post(path, outcome)).body.code).toBe('rights.alreadyAnswered');
    await district.settle();
    expect((await caller.get('/rights/corrections')).body.items).toMatchObject([
      { id, text, state: 'done', answer: outcome.answer },
    ]);
    expect((await caller.get('/notifications')).body.items).toContainEqual(
      expect.objectContaining({ kind: 'correctionAnswered' }),
    );
    expect((await coordinator.get(`/corrections?place=${home.community}`)).body.items).not.toContainEqual(
      expect.objectContaining({ id }),
    );
  });

  it('is one of five at most that wait', async () => {
    const { caller } = await aVolunteer(district);
    const ask = () => caller.post('/rights/corrections', { about: 'other', text: '请帮我看一看' });
    for (let count = 0; count < 5; count += 1) expect((await ask()).status).toBe(201);
    expect((await ask()).body).toMatchObject({
      code: 'rights.tooManyCorrections',
      detail: expect.stringContaining('5'),
    });
  });
});
