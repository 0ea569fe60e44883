import { type AwayDays, WeeklyTimes } from '@kaifong/shared/people/registration/details.ts';
import type * as z from 'zod';
import type { Table } from '../platform/table.ts';
import type { Write } from '../platform/transact.ts';
import { DetailsItem } from './registration/registration.table.ts';

/** When a made-up volunteer says that she is free. */
export function plantedTimes(
  table: Table,
  volunteerId: string,
  { weekly, away = [] }: Readonly<{ weekly: z.input<typeof WeeklyTimes>; away?: z.output<typeof AwayDays>[] }>,
): Write {
  return table.put(DetailsItem, { volunteerId, weekly: WeeklyTimes.parse(weekly), away, version: 1 });
}
