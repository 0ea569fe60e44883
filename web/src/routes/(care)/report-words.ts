import type { ReportSign } from '@kaifong/shared/care/cases/report.ts';
import { m } from '#paraglide/messages.js';

/** The signs of harm to a minor, in words. */
export const reportSignWords: Readonly<Record<ReportSign, () => string>> = {
  injury: m.care_reportInjury,
  sexual: m.care_reportSexual,
  neglect: m.care_reportNeglect,
  bullying: m.care_reportBullying,
  exploited: m.care_reportExploited,
  other: m.care_reportOther,
};
