import { careRoles } from '../identity/roles.ts';
import type { Text } from '../kernel/language.ts';
import type { Notice, NoticeKind } from './notice.ts';

/** The ways to a person besides the list of notices on the site, which has all of them. The order is that in which they are tried. */
export const channels = ['wechat', 'sms', 'email'] as const;
export type Channel = (typeof channels)[number];

export const channelNames: Readonly<Record<Channel, Text>> = {
  wechat: { 'zh-Hans': '微信', 'zh-Hant': '微信', en: 'WeChat' },
  sms: { 'zh-Hans': '短信', 'zh-Hant': '短訊', en: 'Text message' },
  email: { 'zh-Hans': '电子邮件', 'zh-Hant': '電子郵件', en: 'E-mail' },
};

/** Kinds of notices that a person chooses channels for together. */
export const noticeGroups = ['reminders', 'changes', 'offers', 'leading', 'other'] as const;
export type NoticeGroup = (typeof noticeGroups)[number];

const groups: Readonly<Partial<Record<NoticeKind, NoticeGroup>>> = {
  shiftReminder: 'reminders',
  shiftCalledOff: 'changes',
  placeMoved: 'changes',
  shiftRelocated: 'changes',
  shiftMessage: 'changes',
  placeWithdrawn: 'changes',
  standingRefused: 'changes',
  handoverTaken: 'changes',
  handoverLapsed: 'changes',
  seatOffered: 'offers',
  handoverOffered: 'offers',
  swapOffered: 'offers',
  waitlistClosed: 'offers',
  shiftUnderstaffed: 'leading',
  cancelledLate: 'leading',
  memberReleased: 'leading',
  memberHandsOver: 'leading',
  memberHandedOver: 'leading',
  regularMissing: 'leading',
  teamDigest: 'leading',
};

/** Which choice of the person a kind of notice goes by. */
export function groupOf(kind: NoticeKind): NoticeGroup {
  return groups[kind] ?? 'other';
}

/** Whether a notice for leaders stays on the site where somebody is told of the day in one. Who cannot come after all is news that does not wait. */
export function waitsForDigest(kind: NoticeKind): boolean {
  return groupOf(kind) === 'leading' && kind !== 'teamDigest' && kind !== 'cancelledLate';
}

/** Whether a notice may leave the site at all. What tells that somebody is part of our care never does. */
export function mayGoOut(notice: Notice): boolean {
  return !('role' in notice && careRoles.has(notice.role));
}

/** Whether a notice's sentence names somebody else: outside the site only its heading is said. */
export function namesSomebody(notice: Notice): boolean {
  return 'name' in notice;
}
