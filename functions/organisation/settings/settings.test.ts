import { day, dayOf, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aSettingsChange,
  decidedSettings,
  districtCoordinator,
  inDays,
  newSettings,
  systemAdministrator,
} from '../../test/a-settings-change.ts';
import { auditOf } from '../../test/audit-of.ts';
import { home, startDistrict, type TestDistrict } from '../../test/district.ts';
import type { TestClient } from '../../test/test-client.ts';

let district: TestDistrict;
beforeEach(async () => {
  district = await startDistrict();
});
afterEach(() => district.stop());

const decide = async (changeId: string, decision: 'approve' | 'decline', caller?: TestClient, key?: string) => {
  const decider = caller ?? (await districtCoordinator(district));
  return decider.post(`/settings/changes/${changeId}/decision`, { decision }, key === undefined ? {} : { key });
};
const propose = async (changed: object, caller?: TestClient) =>
  (caller ?? (await systemAdministrator(district))).post('/settings/changes', newSettings(district, changed));
const graceOn = async (on: string) =>
  (await district.contexts.organisation.figures.on('attendance', on, district.clock.now)).lateAfterMinutes;

describe('a figure', () => {
  it('is as usual while nobody has decided anything', async () => {
    expect(await graceOn(inDays(district, 0))).toBe(10);
    expect((await district.stranger().get('/settings')).body).toEqual({ items: [] });
  });

  it('holds from the day that was decided and not before, and everybody may read it', async () => {
    const from = inDays(district, 3);
    await decidedSettings(district, 'attendance', { lateAfterMinutes: 15 }, from);
    expect([await graceOn(inDays(district, 2)), await graceOn(from)]).toEqual([10, 15]);
    expect((await district.stranger().get('/settings')).body.items).toEqual([
      { group: 'attendance', version: 1, from, changed: { lateAfterMinutes: 15 } },
    ]);
  });

  it('of a day stays what it was when it is changed again', async () => {
    const [first, second] = [inDays(district, 1), inDays(district, 5)];
    await decidedSettings(district, 'attendance', { lateAfterMinutes: 15, noticeWorkingDays: 5 }, first);
    await decidedSettings(district, 'attendance', { lateAfterMinutes: 20 }, second);
    expect([await graceOn(first), await graceOn(second)]).toEqual([15, 20]);
    const later = await district.contexts.organisation.figures.on('attendance', second, district.clock.now);
    expect(later).toMatchObject({ noticeWorkingDays: 5, confirmWithinDays: 3 });
  });

  it('is known elsewhere within a minute, and on its own day from the first moment on', async () => {
    const reading = district.contexts.organisation.figures;
    district.clock.now = '2026-11-24T15:59:30.000Z';
    const from = inDays(district, 1);
    const { changeId } = await aSettingsChange(district, { from });
    expect((await reading.on('attendance', from, district.clock.now)).lateAfterMinutes).toBe(10);
    expect((await decide(changeId, 'approve')).status).toBe(200);
    expect((await reading.on('attendance', from, '2026-11-24T16:00:00.000Z')).lateAfterMinutes).toBe(15);
  });
});

describe('a change', () => {
  it('is proposed by one person and decided by another, and both stand in the history and the audit', async () => {
    const { changeId, proposer } = await aSettingsChange(district);
    const decider = await districtCoordinator(district);
    district.later(1000);
    expect((await decide(changeId, 'approve', decider)).body).toEqual({ id: changeId, state: 'approved' });
    const { items } = (await proposer.get('/settings/changes')).body;
    expect(items).toMatchObject([
      {
        ...{ id: changeId, state: 'approved', isOwn: true, proposedBy: '测试', decidedBy: '测试' },
        ...{ changed: { lateAfterMinutes: 15 }, before: { lateAfterMinutes: 10 } },
      },
    ]);
    expect((await decider.get('/settings/decisions')).body.items).toMatchObject([{ changeId, decidedBy: '测试' }]);
    const lines = await auditOf(district, changeId);
    expect(lines.map(({ action, as }) => [action, as?.role])).toEqual([
      ['settings.proposed', 'systemAdministrator'],
      ['settings.approved', 'coordinator'],
    ]);
  });

  it('is never decided by who proposed it', async () => {
    const both = await district.person(
      { role: 'systemAdministrator', scope: '440103' },
      { role: 'coordinator', scope: '440103' },
    );
    const { id } = (await propose({}, both)).body;
    for (const decision of ['approve', 'decline'] as const) {
      expect((await decide(id, decision, both)).body.code).toBe('settings.secondPersonNeeded');
    }
    expect(await graceOn(inDays(district, 9))).toBe(10);
  });

  it('is decided by nobody of a street', async () => {
    const { changeId } = await aSettingsChange(district);
    const ofStreet = await district.person({ role: 'coordinator', scope: home.street });
    expect((await decide(changeId, 'approve', ofStreet)).status).toBe(403);
  });

  it('is taken back by who proposed it, and by nobody else', async () => {
    const { changeId, proposer } = await aSettingsChange(district);
    const path = `/settings/changes/${changeId}/withdrawal`;
    expect((await (await systemAdministrator(district)).post(path)).body.code).toBe('settings.notYours');
    expect((await proposer.post(path)).body).toEqual({ id: changeId, state: 'withdrawn' });
    expect((await decide(changeId, 'approve')).body.code).toBe('settings.alreadyDecided');
  });

  it('that is declined changes nothing and stays in the history', async () => {
    const { changeId, proposer } = await aSettingsChange(district);
    expect((await decide(changeId, 'decline')).status).toBe(200);
    expect(await graceOn(inDays(district, 9))).toBe(10);
    expect((await proposer.get('/settings/changes')).body.items).toMatchObject([{ state: 'declined' }]);
  });

  it.each([
    ['today', 0],
    ['in two years', 730],
  ])('cannot hold from %s', async (_when, days) => {
    const { status, body } = await propose({ from: inDays(district, days) });
    expect([status, body.code]).toEqual([409, 'settings.dayNotNow']);
  });

  it('is not approved once its day has come', async () => {
    const { changeId } = await aSettingsChange(district);
    district.later(day);
    expect((await decide(changeId, 'approve')).body.code).toBe('settings.dayNotNow');
    expect((await decide(changeId, 'decline')).status).toBe(200);
  });

  it('holds from no earlier day than one that is decided, and puts that right on the same day', async () => {
    const from = inDays(district, 10);
    await decidedSettings(district, 'attendance', { lateAfterMinutes: 15 }, from);
    expect((await propose({ from: inDays(district, 9), figures: { lateAfterMinutes: 20 } })).body.code).toBe(
      'settings.beforeAnother',
    );
    await decidedSettings(district, 'attendance', { lateAfterMinutes: 20 }, from);
    expect(await graceOn(from)).toBe(20);
  });

  it.each([
    [{ lateAfterMinutes: 61, confirmWithinDays: 0 }, ['figures.confirmWithinDays', 'figures.lateAfterMinutes']],
    [{ lateAfterMinutes: 1.5 }, ['figures.lateAfterMinutes']],
    [{ leastMinutes: 5 }, ['figures']],
  ])('to %j is refused beside its fields', async (figures, paths) => {
    const { status, body } = await propose({ figures });
    expect([status, body.code]).toEqual([400, 'platform.invalidInput']);
    expect(body.fields.map(({ path }: { path: string }) => path).toSorted()).toEqual(paths.toSorted());
  });

  it.each([
    [
      'attendance',
      { countAtOnceHours: 10, organiserApprovesHours: 9 },
      'figures.organiserApprovesHours',
      '不能小于 10',
    ],
    ['attendance', { organiserApprovesHours: 7 }, 'figures.organiserApprovesHours', '不能小于 8'],
    ['stars', { two: 600 }, 'figures.two', '不能大于 599'],
    ['stars', { three: 300 }, 'figures.three', '不能小于 301'],
  ] as const)('of %s to %j is out of order', async (group, figures, path, words) => {
    const { status, body } = await propose({ group, figures });
    expect([status, body.code]).toEqual([409, 'settings.wrongOrder']);
    expect(body.fields).toEqual([{ path, message: expect.stringContaining(words) }]);
  });

  it('that changes nothing is not proposed', async () => {
    expect((await propose({ figures: { lateAfterMinutes: 10 } })).body.code).toBe('settings.nothingChanges');
    expect((await propose({ figures: {} })).body.code).toBe('settings.nothingChanges');
  });

  it('is proposed once, however often it is sent', async () => {
    const proposer = await systemAdministrator(district);
    const key = 'a-change-of-settings-1';
    const body = newSettings(district);
    const first = await proposer.post('/settings/changes', body, { key });
    const again = await proposer.post('/settings/changes', body, { key });
    expect(again.body).toEqual(first.body);
    expect((await proposer.get('/settings/changes')).body.items).toHaveLength(1);
  });
});

describe('a change is told', () => {
  /** What somebody was told of settings. */
  async function toldTo(caller: TestClient): Promise<string[]> {
    await district.settle();
    const { items } = (await caller.get('/notifications')).body;
    const kinds = items.map(({ kind }: { kind: string }) => kind);
    return kinds.filter((kind: string) => kind.startsWith('settings'));
  }

  it('to those who may decide, and what became of it to whoever proposed it, once each', async () => {
    const decider = await districtCoordinator(district);
    const ofStreet = await district.person({ role: 'coordinator', scope: home.street });
    const { changeId, proposer } = await aSettingsChange(district);
    expect(await toldTo(decider)).toEqual(['settingsProposed']);
    expect(await toldTo(ofStreet)).toEqual([]);
    await decide(changeId, 'approve', decider);
    expect(await toldTo(proposer)).toEqual(['settingsApproved']);
    await district.redeliver();
    expect([await toldTo(decider), await toldTo(proposer)]).toEqual([['settingsProposed'], ['settingsApproved']]);
    const [{ body }] = (await proposer.get('/notifications')).body.items;
    expect(body).toBe(`您提出改“签到与时长”，已经批准，${inDays(district, 1)} 起实行。`);
  });

  it('when it is declined', async () => {
    const { changeId, proposer } = await aSettingsChange(district);
    await decide(changeId, 'decline');
    expect(await toldTo(proposer)).toEqual(['settingsDeclined']);
  });
});

describe('two who decide at once', () => {
  it('on one change decide it once', async () => {
    const { changeId } = await aSettingsChange(district);
    const answers = await Promise.all([decide(changeId, 'approve'), decide(changeId, 'approve')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await district.stranger().get('/settings')).body.items).toHaveLength(1);
  });

  it('on two changes of a group lose neither', async () => {
    const one = await aSettingsChange(district);
    const other = await aSettingsChange(district, { figures: { noticeWorkingDays: 5 } });
    const changes = [one.changeId, other.changeId];
    const answers = await Promise.all(changes.map((changeId) => decide(changeId, 'approve')));
    const lost = changes.filter((_, index) => answers[index]?.status !== 200);
    for (const changeId of lost) expect((await decide(changeId, 'approve')).status).toBe(200);
    const figures = await district.contexts.organisation.figures.on(
      'attendance',
      dayOf(shiftBy(district.clock.now, day)),
      district.clock.now,
    );
    expect(figures).toMatchObject({ lateAfterMinutes: 15, noticeWorkingDays: 5 });
  });

  it('on what does not go together any more are told so', async () => {
    const one = await aSettingsChange(district, { group: 'stars', figures: { two: 550 } });
    const other = await aSettingsChange(district, { group: 'stars', figures: { three: 500 } });
    expect((await decide(one.changeId, 'approve')).status).toBe(200);
    expect((await decide(other.changeId, 'approve')).body.code).toBe('settings.wrongOrder');
  });
});
