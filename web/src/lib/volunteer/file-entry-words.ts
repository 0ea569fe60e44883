import { m } from '#paraglide/messages.js';

export const kindWords = {
  award: m.file_kindAward,
  evaluation: m.file_kindEvaluation,
  complaint: m.file_kindComplaint,
} as const;

export const outcomeWords = { upheld: m.file_upheld, notUpheld: m.file_notUpheld } as const;
