import { m } from '#paraglide/messages.js';

/** How the state of a batch is called and coloured. */
export const batchLooks = {
  working: { kind: 'info', words: m.serviceCertificate_batchWorking },
  done: { kind: 'success', words: m.serviceCertificate_batchDone },
  tooMany: { kind: 'warning', words: m.serviceCertificate_batchTooMany },
} as const;
