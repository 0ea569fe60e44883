import * as z from 'zod';
import { languages } from '../kernel/language.ts';
import { type Channel, channels, type NoticeGroup, noticeGroups } from './groups.ts';

/** A clock in Liwan, `22:00`. */
export const Clock = z.string({ error: 'field.clock' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'field.clock' });

const EmailAddress = z.email({ error: 'field.email' }).max(120, { error: 'field.email' });

/** What a person chose about being told. `quiet` is absent for one who may be told at any hour. */
export const NoticeChoice = z.object({
  channels: z.record(z.enum(noticeGroups), z.array(z.enum(channels)).max(channels.length)),
  quiet: z.object({ from: Clock, until: Clock }).optional(),
  /** When a leader is told of the day in one notice; what would come one by one then stays on the site. */
  digestAt: Clock.optional(),
  email: EmailAddress.optional(),
  /** The language of what is sent. */
  language: z.enum(languages),
});
export type NoticeChoice = z.infer<typeof NoticeChoice>;

/** The choice as it stands, and whether the person leads a team. */
export const OwnNoticeChoice = NoticeChoice.extend({ version: z.int(), leads: z.boolean() });
export type OwnNoticeChoice = z.infer<typeof OwnNoticeChoice>;

/** A changed choice; `version` is that of the choice it changes. */
export const NoticeChoiceChange = NoticeChoice.extend({ version: z.int() });
export type NoticeChoiceChange = z.infer<typeof NoticeChoiceChange>;

const toPhone: readonly Channel[] = ['wechat', 'sms'];

/** What holds for one who chose nothing. */
export const defaultChoice: NoticeChoice = {
  channels: { reminders: [...toPhone], changes: [...toPhone], offers: [...toPhone], leading: ['wechat'], other: [] },
  quiet: { from: '22:00', until: '07:00' },
  language: 'zh-Hans',
};

/** The channels by which notices of a group go out, in the order in which they are tried. */
export function channelsFor(choice: NoticeChoice, group: NoticeGroup): Channel[] {
  const chosen = choice.channels[group] ?? [];
  return channels.filter((channel) => chosen.includes(channel) && (channel !== 'email' || choice.email !== undefined));
}
