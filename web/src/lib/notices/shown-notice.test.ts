import { expect, it } from 'vitest';
import { shownNotice } from './shown-notice.server.ts';

const id = 'evt_00000000000000000000';
const shiftId = 'sft_00000000000000000001';
const notice = { id, at: '2026-11-24T05:00:00.000Z', heading: '标题', body: '内容' };
const wayOf = (kind: string, more: object = {}) => shownNotice({ ...notice, kind, ...more } as never).link?.href;

it.each([
  ['signedUp', { shiftId }, `/volunteer/shifts/${shiftId}`],
  ['handoverOffered', { shiftId, handoverId: 'hdo_1' }, `/volunteer/handovers/${shiftId}/hdo_1`],
  ['noShowMarked', { shiftId }, '/volunteer/no-shows'],
  ['amendmentBooked', { shiftId }, '/volunteer/records/amendments'],
  ['fileComplaint', {}, '/volunteer/records/file'],
  ['certificateRefused', {}, '/account/certificates'],
  ['qualificationExpired', {}, '/account/certificates'],
  ['certificateSealed', {}, '/volunteer/records/certificates'],
  ['milestoneHours', {}, '/volunteer/points'],
  ['newDevice', {}, '/account/devices'],
  ['settingsProposed', {}, '/coordinator/settings'],
  ['settingsApproved', {}, '/system'],
  ['grantGiven', {}, undefined],
])('what is told by %s leads to what it is about', (kind, more, href) => {
  expect(wayOf(kind, more)).toBe(href);
});
