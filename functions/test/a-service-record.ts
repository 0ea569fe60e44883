import type { ServiceRecorded } from '@kaifong/shared/attendance/events.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { home } from './district.ts';

/** A service record as attendance tells it: an hour, unless it says otherwise. */
export const aServiceRecord = (
  record: Partial<ServiceRecorded> & { volunteerId: string; seq: number },
): ServiceRecorded => ({
  kind: 'service',
  minutes: 60,
  day: '2026-11-24',
  shiftId: newId('shift', Date.now()),
  teamScope: home.team,
  community: home.community,
  ...record,
});
