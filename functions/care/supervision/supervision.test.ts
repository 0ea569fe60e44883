import { day, dayOf, hour, instantAt, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CounsellorItem } from '../counsellors/counsellor.table.ts';
import { aSupervisor } from '../on-call/test-rota.ts';
import { aNote, anEnrolment, type CareDistrict, startCareDistrict } from '../test-care.ts';
import { SupervisionSessionItem, SupervisorChangeItem } from './supervision.table.ts';
import {
  aNamedSupervisor,
  aSupervisedCase,
  aSupervisee,
  aSupervisionSession,
  changeSupervisor,
  heldReport,
} from './test-supervision.ts';

let district: CareDistrict;
beforeEach(async () => {
  district = await startCareDistrict();
});
afterEach(() => district.stop());

const inDays = (days: number) => dayOf(shiftBy(district.clock.now, days * day));

describe('who reads the notes of a case', () => {
  it('is, beside its two people, the active supervisor of its counsellor: audited, and at the next request no more', async () => {
    const { caseId, lead, deputy, counsellor, counsellorId } = await aSupervisedCase(district);
    const path = `/care/cases/${caseId}`;
    await counsellor.caller.post(`${path}/notes`, aNote());
    for (const part of ['', '/notes', '/handovers', '/safety-plan']) {
      expect((await lead.caller.get(`${path}${part}`)).status).toBe(200);
      expect((await deputy.caller.get(`${path}${part}`)).status).toBe(403);
      expect((await (await aSupervisor(district)).get(`${path}${part}`)).status).toBe(403);
    }
    expect((await lead.caller.get(`${path}/notes`)).body.items).toHaveLength(1);
    const { items: lines } = (await lead.caller.get(`/care/readings?place=440103&caseId=${caseId}`)).body;
    const read = lines.filter(({ as }: { as: string }) => as === 'careSupervisor');
    expect(read.map(({ opened }: { opened: string }) => opened)).toContain('notes');

    const next = await aNamedSupervisor(district, '何督导');
    const change = { version: 1, supervisor: next.supervisor, reason: '轮换' };
    expect((await changeSupervisor(lead.caller, counsellorId, change)).status).toBe(200);
    expect((await lead.caller.get(`${path}/notes`)).status).toBe(403);
    expect((await lead.caller.get(`/care/supervision/${counsellorId}`)).status).toBe(403);
    expect((await next.caller.get(`${path}/notes`)).status).toBe(200);
  });

  it('and the deputy on the days on which the supervisor is away, in Liwan', async () => {
    const { caseId, lead, deputy } = await aSupervisedCase(district);
    const status = async () => (await deputy.caller.get(`/care/cases/${caseId}/notes`)).status;
    await lead.caller.post('/care/supervision/absence', { from: inDays(1), until: inDays(2) });
    expect(await status()).toBe(403);
    district.clock.now = instantAt(inDays(1), '00:00');
    expect(await status()).toBe(200);
    district.clock.now = instantAt(inDays(1), '23:59');
    expect(await status()).toBe(200);
    await lead.caller.post('/care/supervision/absence', {});
    expect(await status()).toBe(403);
  });

  it('is read only: a supervisor writes, plans and hands over nothing', async () => {
    const { caseId, lead } = await aSupervisedCase(district);
    const path = `/care/cases/${caseId}`;
    expect((await lead.caller.post(`${path}/notes`, aNote())).status).toBe(403);
    expect((await lead.caller.post(`${path}/closure`, { outcome: 'completed' })).status).toBe(403);
    expect((await lead.caller.get(`${path}/candidates`)).status).toBe(403);
  });

  it('ends with the assignment, and with the role', async () => {
    const { caseId, lead, socialWorker } = await aSupervisedCase(district);
    await socialWorker.post(`/care/cases/${caseId}/closure`, { outcome: 'completed' });
    expect((await lead.caller.get(`/care/cases/${caseId}/notes`)).status).toBe(403);
  });
});

describe('a supervisor', () => {
  it('is given by those who reach there, with a reason under seal, as it was seen only', async () => {
    const { counsellorId } = await district.counsellor();
    const [one, other] = [await aNamedSupervisor(district), await aNamedSupervisor(district, '何督导')];
    const answers = await Promise.all(
      [one, other].map(({ supervisor }) => changeSupervisor(one.caller, counsellorId, { supervisor })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const pk = `COUNSELLOR#${counsellorId}`;
    const range = { beginsWith: 'SUPERVISOR#' };
    const { items } = await district.table('care').query(SupervisorChangeItem, pk, { range, limit: 10 });
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain('新登记');
    const nobody = { version: 1, supervisor: 'x'.repeat(40) };
    expect((await changeSupervisor(one.caller, counsellorId, nobody)).body.code).toBe(
      'careSupervision.cannotSupervise',
    );
    const twice = { version: 1, supervisor: one.supervisor, deputy: one.supervisor };
    expect((await changeSupervisor(one.caller, counsellorId, twice)).body.fields).toMatchObject([{ path: 'deputy' }]);
  });

  it('is never oneself, though one is both', async () => {
    const both = await district.volunteer(
      { role: 'counsellor', scope: '440103' },
      { role: 'careSupervisor', scope: '440103' },
    );
    const caller = district.atCare(both.caller);
    const enrolled = await caller.post('/care/counsellors', anEnrolment(both.volunteerNumber, district.clock.now));
    const { supervisor } = await aNamedSupervisor(district, '自己', caller);
    const answer = await changeSupervisor(caller, enrolled.body.counsellorId, { supervisor });
    expect(answer.body.code).toBe('careSupervision.herself');
  });

  it('sees her counsellors and whose deputy she is, page by page', async () => {
    const { lead, deputy, counsellorId, caseId } = await aSupervisedCase(district);
    const own = (await lead.caller.get('/care/supervision')).body;
    expect(own.card.mobile).not.toContain(lead.phone.slice(-11, -4));
    expect(own.items).toMatchObject([{ counsellorId, as: 'supervisor', isOpen: true, openCases: 1 }]);
    expect((await deputy.caller.get('/care/supervision')).body.items).toMatchObject([{ as: 'deputy', isOpen: false }]);
    expect((await lead.caller.get(`/care/supervision/${counsellorId}`)).body.cases).toMatchObject([{ caseId }]);
  });
});

describe('a supervision session', () => {
  it('that was held makes supervision current: six weeks from its day, never earlier than it was', async () => {
    const { counsellorId, caller, lead } = await aSupervisee(district, { supervisedOn: inDays(-41) });
    const session = await aSupervisionSession(district, lead.caller, counsellorId);
    const tell = (body: object) => lead.caller.post(`/care/supervision/${counsellorId}/outcome`, body);
    expect((await tell(heldReport(session))).body.code).toBe('careSupervision.notYet');
    district.later(3 * hour);
    expect((await caller.get('/care/own-supervision')).body).toMatchObject({ supervisor: '冯督导', planned: session });
    expect((await tell(heldReport(session))).status).toBe(200);
    const { supervisedUntil } = (await caller.get('/care/own-supervision')).body;
    expect(supervisedUntil).toBe(instantAt(inDays(43), '00:00'));
    expect((await caller.get('/care/own-counselling')).body).toMatchObject({ supervisedUntil, takesNew: true });
    const { items } = (await caller.get('/care/own-supervision/sessions')).body;
    expect(items).toMatchObject([{ state: 'held', steps: heldReport(session).steps }]);
    expect((await tell(heldReport(session))).body.code).toBe('careSupervision.changed');
  });

  it('is one at a time, in time, and kept under seal', async () => {
    const { counsellorId, lead } = await aSupervisee(district);
    const plan = (body: object) => lead.caller.post(`/care/supervision/${counsellorId}/sessions`, body);
    const tomorrow = { startsAt: shiftBy(district.clock.now, day), where: '社工站二楼' };
    expect((await plan({ ...tomorrow, startsAt: shiftBy(district.clock.now, -hour) })).body.code).toBe(
      'careSupervision.time',
    );
    const answers = await Promise.all([plan(tomorrow), plan(tomorrow)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await plan(tomorrow)).body.code).toBe('careSupervision.oneIsPlanned');
    const range = { beginsWith: 'SUPERVISION#' };
    const pk = `COUNSELLOR#${counsellorId}`;
    const { items } = await district.table('care').query(SupervisionSessionItem, pk, { range, limit: 10 });
    expect(JSON.stringify(items)).not.toContain('社工站');
  });

  it('that is due reminds the two whose it is 14 and 3 days before and on the day, and calls the supervisors once it is over', async () => {
    const { caller, counsellorId, lead } = await aSupervisee(district);
    await caller.post('/care/own-supervision/phone', { mobile: '13822299999' });
    const row = await district.table('care').get(CounsellorItem, { id: counsellorId });
    const told: string[] = [];
    for (let days = 0; days < 52; days += 1) {
      district.clock.now = instantAt(inDays(1), '09:00');
      const before = district.pages.length;
      await district.care.counsellorWatch.onTick(district.clock.now);
      for (const { reason, called, phones } of district.pages.slice(before)) {
        told.push(`${dayOf(district.clock.now)} ${reason} ${called} ${phones.length}`);
        expect(phones).toEqual([lead.phone, '+8613822299999']);
      }
    }
    expect(row?.openCases).toBe(0);
    expect(told).toEqual([
      '2026-12-22 supervisionEnds first 2',
      '2027-01-02 supervisionEnds first 2',
      '2027-01-05 supervisionEnds first 2',
      '2027-01-06 supervisionOver everyone 2',
    ]);
  });
});
