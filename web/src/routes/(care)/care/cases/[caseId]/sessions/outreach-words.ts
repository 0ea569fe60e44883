import type { OutreachView } from '@kaifong/shared/care/cases/outreach.ts';
import { m } from '#paraglide/messages.js';

export const outreachWayWords: Readonly<Record<OutreachView['way'], () => string>> = {
  phone: m.sessions_wayPhone,
  letter: m.sessions_wayLetter,
  visit: m.sessions_wayVisit,
};

export const outreachOutcomeWords: Readonly<Record<OutreachView['outcome'], () => string>> = {
  noAnswer: m.sessions_noAnswer,
  reached: m.sessions_reached,
};
