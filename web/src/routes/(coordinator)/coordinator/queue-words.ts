import { m } from '#paraglide/messages.js';
import type { Queue } from './queues.server.ts';

/** What a queue is called, as the title of its page. */
export const queueWords: Readonly<Record<Queue['kind'], () => string>> = {
  amendments: m.amendments_deskTitle,
  certificates: m.certificates_queue,
  contested: m.noShow_queue,
  corrections: m.audit_corrections,
  doubts: m.doubts_title,
  settings: m.settings_deskTitle,
};
