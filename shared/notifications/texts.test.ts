import { expect, it } from 'vitest';
import { languages } from '../kernel/language.ts';
import { Notice } from './notice.ts';
import { wordsOf } from './texts.ts';

const ofShift = { shiftId: 'sft_01HZX5Y7Q2M3N4P5R6S7', title: '沙面夜巡', startsAt: '2026-11-24T06:00:00.000Z' };
const ofSeries = { seriesId: 'ser_01HZX5Y7Q2M3N4P5R6S7', title: '沙面夜巡' };
const why = { 'zh-Hans': '名额已满', 'zh-Hant': '名額已滿', en: 'all places are taken' };
const qualification = { 'zh-Hans': '红十字救护员证', 'zh-Hant': '紅十字救護員證', en: 'Red Cross first-aider' };
const ofHandover = { ...ofShift, handoverId: 'hdo_01HZX5Y7Q2M3N4P5R6S7', name: '陈小明' };
const settings = { 'zh-Hans': '星级', 'zh-Hant': '星級', en: 'Stars' };
const notices: Notice[] = [
  { kind: 'volunteerApproved' },
  { kind: 'volunteerDeclined' },
  { kind: 'volunteerSuspended' },
  { kind: 'suspensionLifted' },
  { kind: 'correctionAnswered' },
  { kind: 'qualificationGained', qualification },
  { kind: 'certificateRefused', qualification },
  { kind: 'qualificationExpiring', qualification, expiresOn: '2027-01-23', daysLeft: 60 },
  { kind: 'qualificationExpired', qualification },
  { kind: 'signedUp', ...ofShift, place: '沙面公园' },
  { kind: 'signUpCancelled', ...ofShift },
  {
    kind: 'memberReleased',
    ...ofShift,
    name: '陈小明',
    skill: { 'zh-Hans': '急救', 'zh-Hant': '急救', en: 'First aid' },
  },
  { kind: 'handoverOffered', ...ofHandover },
  { kind: 'swapOffered', ...ofHandover },
  { kind: 'handoverByLeader', ...ofHandover },
  { kind: 'handoverTaken', ...ofHandover },
  { kind: 'handoverDeclined', ...ofHandover },
  { kind: 'handoverLapsed', ...ofShift },
  { kind: 'handoverWithdrawn', ...ofShift },
  { kind: 'memberHandsOver', ...ofHandover },
  { kind: 'memberHandedOver', ...ofHandover, taker: '李兰' },
  { kind: 'cancelledLate', ...ofShift, name: '陈小明', reason: '家里老人要照顾' },
  { kind: 'placeWithdrawn', ...ofShift, reason: '场地变小' },
  { kind: 'shiftCalledOff', ...ofShift, reason: '台风预警' },
  { kind: 'shiftMessage', ...ofShift, text: '请带雨衣' },
  { kind: 'seatOffered', ...ofShift, until: '2026-11-24T05:00:00.000Z' },
  { kind: 'offerLapsed', ...ofShift },
  { kind: 'waitlistClosed', ...ofShift },
  { kind: 'placeMoved', ...ofShift, place: '沙面公园' },
  { kind: 'shiftRelocated', ...ofShift, before: '沙面公园', place: '沙面大街（54 号门口）' },
  { kind: 'standingRefused', ...ofShift, why },
  { kind: 'regularMissing', ...ofShift, name: '陈小明', why },
  { kind: 'regularAsked', ...ofSeries, name: '陈小明' },
  { kind: 'regularInvited', ...ofSeries },
  { kind: 'regularJoined', ...ofSeries },
  { kind: 'regularDeclined', ...ofSeries },
  { kind: 'regularResumed', ...ofSeries },
  { kind: 'shiftReminder', ...ofShift, place: '沙面公园' },
  { kind: 'shiftUnderstaffed', ...ofShift, free: 2 },
  { kind: 'teamDigest', day: '2026-11-24', shifts: 5, understaffed: 2, free: 3 },
  { kind: 'serviceConfirmed', minutes: 130, day: '2026-11-24' },
  { kind: 'serviceReversed', minutes: 130, day: '2026-11-24' },
  { kind: 'noShowMarked', ...ofShift },
  { kind: 'noShowTakenBack', ...ofShift },
  { kind: 'noShowUpheld', ...ofShift },
  { kind: 'noShowLifted', ...ofShift },
  { kind: 'amendmentOnNotice', ...ofShift, noticeUntil: '2026-12-01T16:00:00.000Z' },
  { kind: 'amendmentObjected', ...ofShift },
  { kind: 'amendmentRefused', ...ofShift },
  { kind: 'amendmentBooked', ...ofShift },
  { kind: 'amendmentNotBooked', ...ofShift },
  { kind: 'fileAward', title: '年度优秀志愿者' },
  { kind: 'fileEvaluation', title: '重阳节探访' },
  { kind: 'fileComplaint' },
  { kind: 'fileWithdrawn' },
  { kind: 'regularsPaused', until: '2026-12-24T05:00:00.000Z' },
  { kind: 'regularsResumed' },
  { kind: 'pointsExpiring', points: 12, on: '2028-12-01' },
  { kind: 'pointsAdded', points: 12, balance: 40, why: '系统停机，时长没有记上' },
  { kind: 'pointsTaken', points: 12, balance: 28, why: '同一次活动记了两遍' },
  { kind: 'pointsGivenAway', points: 12, name: '陈*明' },
  { kind: 'pointsReceived', points: 12, name: '陈*明' },
  { kind: 'pointsGivenToFund', points: 12 },
  { kind: 'helpPlanned', startsAt: '2026-11-26T06:00:00.000Z' },
  { kind: 'helpSettled', startsAt: '2026-11-26T06:00:00.000Z', paid: 1, back: 1 },
  { kind: 'helpDeclined', startsAt: '2026-11-26T06:00:00.000Z', back: 2 },
  { kind: 'helpLapsed', startsAt: '2026-11-26T06:00:00.000Z', back: 2 },
  { kind: 'helpCalledOff', startsAt: '2026-11-26T06:00:00.000Z', back: 2 },
  { kind: 'milestoneFirst' },
  { kind: 'milestoneHours', count: 100 },
  { kind: 'milestoneYears', count: 2 },
  { kind: 'certificateSealed', number: 'LW2026-7K3M9-QXD2T' },
  { kind: 'certificateNotSealed', number: 'LW2026-7K3M9-QXD2T' },
  { kind: 'certificateIssued', number: 'LW2026-7K3M9-QXD2T', first: '2026-01-01', last: '2026-11-24' },
  { kind: 'grantGiven', role: 'coordinator' },
  { kind: 'deputyNamed', role: 'onCall', from: '2026-11-24T05:00:00.000Z', until: '2026-11-26T16:00:00.000Z' },
  { kind: 'newDevice', browser: 'wechat', system: 'android', at: '2026-11-24T05:00:00.000Z' },
  { kind: 'mobileChanged', changedBy: 'desk', before: '138****0001', after: '139****0002' },
  { kind: 'recordsMerged', number: 'LW00000001' },
  { kind: 'mergeUndone', number: 'LW00000001' },
  { kind: 'grantEnded', role: 'coordinator' },
  { kind: 'signInChanged', change: 'passkeyAdded', at: '2026-11-24T05:00:00.000Z' },
  { kind: 'settingsProposed', settings },
  { kind: 'settingsApproved', settings, since: '2026-12-01' },
  { kind: 'settingsDeclined', settings },
];

it('every notice has words in every language, with no fact left open', () => {
  expect(notices.map(({ kind }) => kind)).toEqual(Notice.options.map((option) => option.shape.kind.value));
  for (const notice of notices) {
    for (const language of languages) {
      const { heading, body } = wordsOf(notice, language);
      expect([heading, body].join(' ')).not.toMatch(/[{}]|undefined|Z\b/);
      if (language === 'en') expect(heading).not.toMatch(/[\u4e00-\u9fff]/);
    }
  }
});

it('times are those of the clock in Liwan', () => {
  const offer = notices.find(({ kind }) => kind === 'seatOffered');
  expect(offer && wordsOf(offer, 'zh-Hans').body).toBe(
    '沙面夜巡（11月24日 14:00）为您留了一个名额，请在 11月24日 13:00 前确认。',
  );
});
