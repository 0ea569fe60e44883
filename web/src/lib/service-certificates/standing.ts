import type { ServiceCertificate } from '@kaifong/shared/attendance/service-certificates/schema.ts';
import { spokenMinutes } from '#lib/volunteer/spoken-minutes.ts';

/** What stands of the hours of a certificate now, in words, where corrections since have made that less. */
export function standingOf({ standingMinutes }: Pick<ServiceCertificate, 'standingMinutes'>): string | undefined {
  return standingMinutes === undefined ? undefined : spokenMinutes(standingMinutes);
}
