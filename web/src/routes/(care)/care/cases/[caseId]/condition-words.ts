import type { Condition } from '@kaifong/shared/care/cases/note.ts';
import { m } from '#paraglide/messages.js';

/** How a person is, as a counsellor found her, in words. */
export const conditionWords: Record<Condition, () => string> = {
  better: m.care_conditionBetter,
  same: m.care_conditionSame,
  worse: m.care_conditionWorse,
  danger: m.care_conditionDanger,
};
