import { amendmentSamples } from '../attendance/amendments/amendment.samples.ts';
import { attendanceSamples } from '../attendance/attendance.samples.ts';
import { callSamples } from '../attendance/day/call.samples.ts';
import { deviceKeySamples } from '../attendance/device-keys/device-key.samples.ts';
import { doubtSamples } from '../attendance/doubts/doubt.samples.ts';
import { exchangeSamples } from '../attendance/exchange/exchange.samples.ts';
import { fenceSamples } from '../attendance/fence/fence.samples.ts';
import { fileEntrySamples } from '../attendance/file-entries/file-entry.samples.ts';
import { kioskSamples } from '../attendance/kiosk/kiosk.samples.ts';
import { noShowSamples } from '../attendance/no-show/no-show.samples.ts';
import { passSamples } from '../attendance/pass/pass.samples.ts';
import { patrolSamples } from '../attendance/patrol/patrol.samples.ts';
import { wayPointSamples } from '../attendance/patrol/way-point.samples.ts';
import { certificateBatchSamples } from '../attendance/service-certificates/batch.samples.ts';
import { serviceCertificateSamples } from '../attendance/service-certificates/certificate.samples.ts';
import { auditSamples } from '../identity/audit/audit.samples.ts';
import { identitySamples } from '../identity/identity.samples.ts';
import { passkeySamples } from '../identity/passkeys/passkey.samples.ts';
import { providerSamples } from '../identity/provider/provider.samples.ts';
import { choiceSamples } from '../notifications/choice.samples.ts';
import { noticeCopySamples } from '../notifications/copy.samples.ts';
import { notificationsSamples } from '../notifications/notifications.samples.ts';
import { organisationSamples } from '../organisation/organisation.samples.ts';
import { settingsSamples } from '../organisation/settings/settings.samples.ts';
import { certificateSamples } from '../people/certificates/certificate.samples.ts';
import { importSamples } from '../people/importing/import.samples.ts';
import { mergeSamples } from '../people/merging/merge.samples.ts';
import { mobileSamples } from '../people/mobile/mobile.samples.ts';
import { peopleSamples } from '../people/people.samples.ts';
import { rearrangingSamples } from '../people/rearranging/rearranging.samples.ts';
import { registrationSamples } from '../people/registration/registration.samples.ts';
import { rightsSamples } from '../people/rights/rights.samples.ts';
import { skillSamples } from '../people/skills/skill.samples.ts';
import { teamSamples } from '../people/teams/team.samples.ts';
import { adjustmentSamples } from '../points/adjustments/adjustment.samples.ts';
import { givingSamples } from '../points/giving.samples.ts';
import { helpSamples } from '../points/help/help.samples.ts';
import { pointsSamples } from '../points/points.samples.ts';
import { rankingSamples } from '../points/rankings/rankings.samples.ts';
import { rewardSamples } from '../points/rewards/rewards.samples.ts';
import { pointsRulesSamples } from '../points/rules/rules.samples.ts';
import { calendarSamples } from '../scheduling/calendar/calendar.samples.ts';
import { schedulingCopySamples } from '../scheduling/copy.samples.ts';
import { copyingSamples } from '../scheduling/copying/copying.samples.ts';
import { handoverSamples } from '../scheduling/handover/handover.samples.ts';
import { schedulingSamples } from '../scheduling/scheduling.samples.ts';
import { seriesSamples } from '../scheduling/series/series.samples.ts';
import type { Samples } from './sample.ts';

const apiDocumentSamples: Samples = {
  readApiDocument: async (district) => ({ caller: district.stranger(), path: '/openapi.json' }),
  readApiPage: async (district) => ({ caller: district.stranger(), path: '/docs' }),
};

/** A request for every operation of the API; the refusal suite fails when one is missing. */
export const samples: Samples = {
  ...apiDocumentSamples,
  ...organisationSamples,
  ...settingsSamples,
  ...identitySamples,
  ...auditSamples,
  ...passkeySamples,
  ...providerSamples,
  ...peopleSamples,
  ...registrationSamples,
  ...rightsSamples,
  ...skillSamples,
  ...teamSamples,
  ...mergeSamples,
  ...mobileSamples,
  ...rearrangingSamples,
  ...importSamples,
  ...certificateSamples,
  ...schedulingSamples,
  ...calendarSamples,
  ...schedulingCopySamples,
  ...handoverSamples,
  ...seriesSamples,
  ...copyingSamples,
  ...attendanceSamples,
  ...callSamples,
  ...passSamples,
  ...fenceSamples,
  ...kioskSamples,
  ...serviceCertificateSamples,
  ...certificateBatchSamples,
  ...exchangeSamples,
  ...fileEntrySamples,
  ...patrolSamples,
  ...wayPointSamples,
  ...deviceKeySamples,
  ...noShowSamples,
  ...doubtSamples,
  ...amendmentSamples,
  ...pointsSamples,
  ...givingSamples,
  ...helpSamples,
  ...rewardSamples,
  ...pointsRulesSamples,
  ...rankingSamples,
  ...adjustmentSamples,
  ...notificationsSamples,
  ...noticeCopySamples,
  ...choiceSamples,
};
