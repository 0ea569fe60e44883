import * as z from 'zod';
import { eventType } from '../../kernel/events.ts';
import { Id } from '../../kernel/ids.ts';
import { Day } from '../../kernel/time.ts';
import { Skill } from '../skills/skills.ts';

const Whose = z.object({ volunteerId: Id('volunteer'), accountId: Id('account') });

/** A qualification as it is told of, in the words of its day. */
const Which = Whose.extend({
  certificateId: Id('certificate'),
  name: z.object({ 'zh-Hans': z.string(), 'zh-Hant': z.string(), en: z.string() }),
  expiresOn: Day.optional(),
});

/** A second person checked a certificate, or a training was recorded: its skills are open. */
export const qualificationGained = eventType('people.qualificationGained', Which);

/** A certificate was not accepted; the reason is on the volunteer's own page only. */
export const certificateRefused = eventType('people.certificateRefused', Which);

/** So many days are left of it. */
export const qualificationExpiring = eventType('people.qualificationExpiring', Which.extend({ daysLeft: z.int() }));

/** Its time is over. */
export const qualificationExpired = eventType('people.qualificationExpired', Which);

/** Skills of somebody count no more, since nothing proves them any longer. */
export const skillsClosed = eventType('people.skillsClosed', Whose.extend({ skills: z.array(Skill) }));
