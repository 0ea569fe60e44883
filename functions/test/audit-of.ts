import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { AuditLine, dayPartition, partsOfDay } from '../identity/audit/audit.table.ts';
import type { TestDistrict } from './district.ts';

/** The lines of the audit of the day that it is, in order of time: all, or those about a person or another thing. */
export async function auditOf(district: TestDistrict, about?: string): Promise<AuditLine[]> {
  const day = dayOf(district.clock.now);
  const pages = await Promise.all(
    Array.from({ length: partsOfDay }, (_, part) =>
      district.table('audit').query(AuditLine, dayPartition(day, part), { limit: 400 }),
    ),
  );
  return pages
    .flatMap(({ items }) => items)
    .filter(({ person, subject, scope }) => about === undefined || [person, subject, scope].includes(about))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
}
