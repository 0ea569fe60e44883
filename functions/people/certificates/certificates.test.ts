import { day, minute } from '@kaifong/shared/kernel/time.ts';
import { mostBytes, pieceBytes } from '@kaifong/shared/people/certificates/certificate-limits.ts';

import { accountClosed } from '@kaifong/shared/people/events.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventItem } from '../../platform/outbox.ts';
import { transact } from '../../platform/transact.ts';
import { aCertificate, anOutsider, aPdf, aPng, handIn, upload } from '../../test/a-certificate.ts';
import { aShift } from '../../test/a-shift.ts';
import { aRegistration, aVolunteer } from '../../test/a-volunteer.ts';
import { auditOf } from '../../test/audit-of.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
beforeAll(async () => {
  district = await startDistrict();
});
afterAll(() => district.stop());

/** What is in the person's inbox, newest first. */
const noticesOf = async (caller: TestClient): Promise<string[]> => {
  await district.settle();
  return (await caller.get('/notifications')).body.items.map(({ kind }: { kind: string }) => kind);
};

const ownOf = async (caller: TestClient) => (await caller.get('/volunteers/me/certificates')).body.items;

describe('handing a certificate in', () => {
  it('keeps it under seal, for a second person of the branch to check', async () => {
    const { caller, coordinator, certificateId } = await aCertificate(district);
    expect(await ownOf(caller)).toMatchObject([
      {
        certificateId,
        state: 'submitted',
        opens: ['firstAid'],
        issuedOn: '2026-01-15',
        expiresOn: '2029-01-15',
        file: { name: '救护员证.pdf', type: 'application/pdf', size: aPdf.length },
      },
    ]);
    const stored = district.files.get(`certificates/${certificateId}/0`);
    expect(Buffer.from(stored ?? []).includes('%PDF')).toBe(false);
    expect([...district.files.keys()].filter((key) => key.startsWith('uploads/'))).toEqual([]);
    const waiting = (await coordinator.get(`/certificates/waiting?place=${home.community}&limit=100`)).body.items;
    expect(waiting.map((one: { certificateId: string }) => one.certificateId)).toContain(certificateId);
    expect(district.log.join('\n')).not.toContain('救护员证');
  });

  it.each([
    ['a program that was renamed to .pdf', Buffer.from('MZ\x90\0\x03'), 'certificate.wrongType'],
    ['a web page', Buffer.from('<html><script>alert(1)</script>'), 'certificate.wrongType'],
    ['a PDF that begins with something else', Buffer.concat([Buffer.from('GIF89a'), aPdf]), 'certificate.wrongType'],
    ['a PDF that breaks off', aPdf.subarray(0, -8), 'certificate.broken'],
    ['a picture that breaks off', aPng().subarray(0, -6), 'certificate.broken'],
    ['a PDF with an archive behind', Buffer.concat([aPdf, Buffer.from('PK\x05\x06')]), 'certificate.notPlain'],
    [
      'a PDF with a program',
      Buffer.from(aPdf.toString().replace('/Catalog', '/Catalog/OpenAction<</S/J#61vaScript>>')),
      'certificate.notPlain',
    ],
  ])('refuses %s by its content', async (_, bytes, code) => {
    const { caller } = await aVolunteer(district);
    const answer = await handIn(caller, { name: '证书.pdf', bytes });
    expect([answer.status, answer.body.code]).toEqual([400, code]);
    expect(await ownOf(caller)).toEqual([]);
  });

  it('refuses an empty file, one over ten megabytes, and one that did not come as a whole', async () => {
    const { caller } = await aVolunteer(district);
    expect((await upload(caller, { name: 'a.pdf', bytes: aPdf, size: 0 })).body.code).toBe('certificate.empty');
    const large = await upload(caller, { name: 'a.pdf', bytes: aPdf, size: mostBytes + 1 });
    expect([large.status, large.body.code]).toEqual([413, 'certificate.tooLarge']);
    expect((await upload(caller, { name: 'a.pdf', bytes: aPdf, size: 9 })).body.code).toBe('certificate.pieceWrong');

    const begun = await caller.post('/uploads', { fileName: 'a.pdf', size: pieceBytes + 10 });
    const { uploadId } = begun.body;
    const content = Buffer.alloc(pieceBytes).toString('base64');
    expect((await caller.put(`/uploads/${uploadId}/pieces/0`, { content })).status).toBe(200);
    expect((await caller.put(`/uploads/${uploadId}/pieces/2`, { content })).body.code).toBe('certificate.pieceWrong');
    const body = { uploadId, kind: 'firstAid', issuedOn: '2026-01-15' };
    expect((await caller.post('/volunteers/me/certificates', body)).body.code).toBe('certificate.incomplete');
  });

  it('makes room for thirty files an hour and no more, for each person apart', async () => {
    const [{ caller }, { caller: other }] = await Promise.all([aVolunteer(district), aVolunteer(district)]);
    const begin = (who: TestClient) => who.post('/uploads', { fileName: 'a.pdf', size: 9 });
    const begun = await Promise.all(Array.from({ length: 33 }, () => begin(caller)));
    expect(begun.map(({ status }) => status).toSorted()).toEqual([...Array(30).fill(201), ...Array(3).fill(429)]);
    expect(begun.find(({ status }) => status === 429)?.body).toMatchObject({
      code: 'certificate.tooManyUploads',
      detail: expect.stringMatching(/30 个文件，请 \d+ 分钟后/),
    });
    expect((await begin(other)).status).toBe(201);
  });

  it('takes a file of several pieces whole', async () => {
    const { caller, volunteerId } = await aVolunteer(district);
    const filler = Buffer.from(`\n% ${'x'.repeat(pieceBytes + 100)}\n`);
    const bytes = Buffer.concat([aPdf.subarray(0, -6), filler, Buffer.from('%%EOF\n')]);
    const { certificateId } = (await handIn(caller, { bytes })).body;
    const opened = await caller.post(`/volunteers/me/certificates/${certificateId}/opening`);
    const path = `/volunteers/${volunteerId}/certificates/${certificateId}/pieces`;
    const pieces: Buffer[] = [];
    for (let piece = 0; piece < opened.body.pieces; piece += 1) {
      const answer = await caller.get(`${path}/${piece}?ticket=${opened.body.ticket}`);
      pieces.push(Buffer.from(answer.body.content, 'base64'));
    }
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  });

  it.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\fakepath\\证书.EXE', '证书.pdf'],
    ['\u202efdp.exe', 'fdp.pdf'],
    ['证书.pdf\r\nSet-Cookie: a=b', '证书_pdfSet-Cookie_ a=b.pdf'],
    ['', 'certificate.pdf'],
  ])('keeps %j under a safe name', async (name, safe) => {
    const { caller } = await aVolunteer(district);
    await handIn(caller, { name });
    expect((await ownOf(caller))[0].file.name).toBe(safe);
  });

  it('refuses one that has run out, is of the future, of no known kind, or waits already', async () => {
    const { caller } = await aVolunteer(district);
    const codeOf = async (facts: object) => (await handIn(caller, {}, { ...facts })).body.code;
    expect(await codeOf({ issuedOn: '2023-11-23' })).toBe('certificate.expired');
    expect(await codeOf({ expiresOn: '2026-11-23' })).toBe('certificate.expired');
    expect(await codeOf({ kind: 'wizardry' })).toBe('certificate.unknownKind');
    expect(await codeOf({ kind: 'firstAidCourse' })).toBe('certificate.unknownKind');
    const future = await handIn(caller, {}, { issuedOn: '2026-11-25' });
    expect(future.body.fields).toMatchObject([{ path: 'issuedOn', message: '签发日期不能晚于今天。' }]);
    expect(await codeOf({})).toBeUndefined();
    expect(await codeOf({})).toBe('certificate.alreadyWaiting');
  });

  it('is one certificate when it is sent twice, and nobody hands in what another uploaded', async () => {
    const { caller } = await aVolunteer(district);
    const { uploadId } = (await upload(caller, { name: 'a.pdf', bytes: aPdf })).body;
    const body = { uploadId, kind: 'firstAid', issuedOn: '2026-01-15' };
    const other = await aVolunteer(district);
    expect((await other.caller.post('/volunteers/me/certificates', body)).status).toBe(404);
    expect((await other.caller.put(`/uploads/${uploadId}/pieces/0`, { content: 'AAAA' })).status).toBe(404);
    const answers = await Promise.all([1, 2].map(() => caller.post('/volunteers/me/certificates', body)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await ownOf(caller)).toHaveLength(1);
    expect((await caller.post('/volunteers/me/certificates', body)).status).toBeGreaterThanOrEqual(400);
  });

  it('lets go of an upload that nobody came back to', async () => {
    const { caller } = await aVolunteer(district);
    const { uploadId } = (await upload(caller, { name: 'a.pdf', bytes: aPdf })).body;
    expect(district.files.has(`uploads/${uploadId}/0`)).toBe(true);
    const before = district.clock.now;
    district.later(day + minute);
    await district.tick();
    district.clock.now = before;
    expect(district.files.has(`uploads/${uploadId}/0`)).toBe(false);
    const body = { uploadId, kind: 'firstAid', issuedOn: '2026-01-15' };
    expect((await caller.post('/volunteers/me/certificates', body)).status).toBe(404);
  });
});

describe('checking a certificate', () => {
  it('opens its skills, so that a shift which needs them can be taken', async () => {
    const { caller, coordinator, path } = await aCertificate(district);
    const { shiftId } = await aShift(district, { neededSkill: 'firstAid' });
    expect((await caller.post(`/shifts/${shiftId}/sign-ups`)).body.code).toBe('shift.skillMissing');
    expect((await coordinator.post(`${path}/decision`, { decision: 'verify' })).body.state).toBe('verified');
    expect((await caller.post(`/shifts/${shiftId}/sign-ups`)).status).toBe(201);
    expect(await noticesOf(caller)).toContain('qualificationGained');
    const again = await coordinator.post(`${path}/decision`, { decision: 'verify' });
    expect(again.body).toMatchObject({ code: 'certificate.cannotMove', detail: expect.stringContaining('有效') });
  });

  it('is for a second person only: not for whose it is, not from another branch', async () => {
    const coordinator = await district.person({ role: 'coordinator', scope: home.street });
    const own = await coordinator.post('/volunteers', aRegistration({ skills: [] }));
    const { certificateId } = (await handIn(coordinator)).body;
    const path = `/volunteers/${own.body.id}/certificates/${certificateId}/decision`;
    expect((await coordinator.post(path, { decision: 'verify' })).body.code).toBe('certificate.own');
    const waiting = (await coordinator.get(`/certificates/waiting?place=${home.community}&limit=100`)).body.items;
    expect(waiting).toContainEqual(expect.objectContaining({ certificateId, isOwn: true }));
    expect((await (await anOutsider(district)).post(path, { decision: 'verify' })).status).toBe(403);
    const second = await district.person({ role: 'coordinator', scope: home.street });
    expect((await second.post(path, { decision: 'verify' })).status).toBe(200);
  });

  it('refuses with a reason that she reads, also later when it proves false', async () => {
    const { caller, coordinator, path } = await aCertificate(district, { state: 'verified' });
    expect((await coordinator.post(`${path}/decision`, { decision: 'refuse' })).body.fields[0].path).toBe('reason');
    await coordinator.post(`${path}/decision`, { decision: 'refuse', reason: '编号查不到' });
    expect(await ownOf(caller)).toMatchObject([{ state: 'refused', reason: '编号查不到' }]);
    const { shiftId } = await aShift(district, { neededSkill: 'firstAid' });
    expect((await caller.post(`/shifts/${shiftId}/sign-ups`)).body.code).toBe('shift.skillMissing');
    expect(await noticesOf(caller)).toContain('certificateRefused');
  });

  it('opens the file for who may, for a few minutes, and the audit has it', async () => {
    const { coordinator, path, certificateId } = await aCertificate(district);
    const opened = await coordinator.post(`${path}/opening`);
    const piece = `${path}/pieces/0?ticket=${opened.body.ticket}`;
    expect(Buffer.from((await coordinator.get(piece)).body.content, 'base64').equals(aPdf)).toBe(true);
    const other = await district.person({ role: 'coordinator', scope: home.street });
    expect((await other.get(piece)).body.code).toBe('certificate.ticketOver');
    expect((await coordinator.get(`${path}/pieces/0?ticket=1.x`)).body.code).toBe('certificate.ticketOver');
    const ofFile = (await auditOf(district, certificateId)).map(({ action }) => action);
    expect(ofFile.toSorted()).toEqual(['certificate.openFile', 'certificate.submit']);
    const before = district.clock.now;
    district.later(6 * minute);
    expect((await coordinator.get(piece)).body.code).toBe('certificate.ticketOver');
    district.clock.now = before;
  });

  it('ends when she takes it back: the file is deleted, and what it opened is closed', async () => {
    const { caller, certificateId } = await aCertificate(district, { state: 'verified' });
    expect((await caller.post(`/volunteers/me/certificates/${certificateId}/withdrawal`)).body.state).toBe('withdrawn');
    await district.tick();
    expect(district.files.has(`certificates/${certificateId}/0`)).toBe(false);
    expect((await ownOf(caller))[0]).not.toHaveProperty('file');
    const gone = await caller.post(`/volunteers/me/certificates/${certificateId}/opening`);
    expect(gone.body.code).toBe('certificate.fileGone');
    const { shiftId } = await aShift(district, { neededSkill: 'firstAid' });
    expect((await caller.post(`/shifts/${shiftId}/sign-ups`)).body.code).toBe('shift.skillMissing');
  });
});

it('who closed her account leaves no certificate behind', async () => {
  const { caller, accountId, volunteerId, certificateId } = await aCertificate(district, { state: 'verified' });
  const closed = accountClosed.make(district.clock.now, { accountId, volunteerId });
  const people = district.table('people');
  await transact(people.client, { event: people.put(EventItem, closed) });
  await district.settle();
  expect(district.files.has(`certificates/${certificateId}/0`)).toBe(false);
  expect(await ownOf(caller)).toEqual([]);
});

describe('as time goes by', () => {
  it('she is reminded at 60, 30 and 7 days, once each, and at the end the skill and the shift are closed', async () => {
    const start = district.clock.now;
    const person = await aCertificate(district, { state: 'verified', issuedOn: '2024-02-10' });
    const { caller } = person;
    const leader = await aVolunteer(district);
    const coordinator = await district.person({ role: 'coordinator', scope: home.street });
    const { number } = (await leader.caller.get('/volunteers/me')).body;
    const team = `/teams/${home.team.replaceAll('/', '-')}`;
    await coordinator.post(`${team}/members`, { number, role: 'leader' });

    const goTo = async (at: string) => {
      district.clock.now = at;
      for (const { caller, mobile } of [person, leader]) await caller.signIn(mobile, district.sent);
      for (let times = 0; times < 2; times += 1) await district.tick();
      return (await noticesOf(caller)).filter((kind) => kind.startsWith('qualificationExp'));
    };
    // Its last day is 10 February 2027.
    expect(await goTo('2026-12-12T00:59:00.000Z')).toEqual([]);
    expect(await goTo('2026-12-12T01:01:00.000Z')).toHaveLength(1);
    expect(await goTo('2027-01-11T01:01:00.000Z')).toHaveLength(2);
    const { shiftId } = await aShift(district, {
      neededSkill: 'firstAid',
      startsAt: '2027-02-12T02:00:00.000Z',
      endsAt: '2027-02-12T04:00:00.000Z',
    });
    expect((await caller.post(`/shifts/${shiftId}/sign-ups`)).status).toBe(201);
    expect(await goTo('2027-02-03T01:01:00.000Z')).toHaveLength(3);
    expect(await goTo('2027-02-10T15:59:00.000Z')).toHaveLength(3);
    district.clock.now = '2027-02-10T16:00:00.000Z';
    // The day has come and the clock has not: the skill counts no more all the same.
    const other = await aShift(district, {
      neededSkill: 'firstAid',
      startsAt: '2027-02-20T02:00:00.000Z',
      endsAt: '2027-02-20T04:00:00.000Z',
    });
    expect((await caller.post(`/shifts/${other.shiftId}/sign-ups`)).body.code).toBe('shift.skillMissing');
    expect(await goTo('2027-02-10T16:01:00.000Z')).toEqual([
      'qualificationExpired',
      ...Array.from({ length: 3 }, () => 'qualificationExpiring'),
    ]);
    expect(await noticesOf(caller)).toContain('signUpCancelled');
    expect((await ownOf(caller))[0].state).toBe('expired');
    expect(await noticesOf(leader.caller)).toContain('memberReleased');
    await district.redeliver();
    expect((await noticesOf(caller)).filter((kind) => kind === 'qualificationExpired')).toHaveLength(1);
    district.clock.now = start;
  });
});
