import { type ChainRecord, emptyChain } from '@kaifong/shared/attendance/chain.ts';
import { servedIn } from '@kaifong/shared/attendance/service-certificates/rules.ts';
import type { Table } from '../../platform/table.ts';
import { ChainHead, RecordItem } from '../attendance.table.ts';
import { kinOf } from '../kin.ts';
import type { ServiceCertificateItem } from './service-certificate.table.ts';

/** All records of one person, of every record that a merge made hers, and where her own chain ends. */
export async function recordsOfPerson(table: Table, volunteerId: string) {
  const head = await table.get(ChainHead, { volunteerId });
  const { volunteerIds } = await kinOf(table, volunteerId, head);
  const chains = await Promise.all(volunteerIds.map((each) => chainOf(table, each)));
  return { records: chains.flat(), head: { seq: head?.seq ?? emptyChain.seq, hash: head?.hash ?? emptyChain.hash } };
}

type Certified = Pick<ServiceCertificateItem, 'state' | 'from' | 'until' | 'minutes'>;

/**
 * Certificates of one person, each that holds with what stands of its days now, where that is less. A certificate does not change when a record is taken
 * back afterwards; whoever reads it is to know.
 */
export async function asRecordsStand<Certificate extends Certified>(
  table: Table,
  volunteerId: string,
  certificates: readonly Certificate[],
): Promise<(Certificate & { standingMinutes?: number })[]> {
  if (!certificates.some(({ state }) => state === 'valid')) return [...certificates];
  const { records } = await recordsOfPerson(table, volunteerId);
  return certificates.map((certificate) => {
    const { minutes: standingMinutes } = servedIn(records, certificate);
    const isLess = certificate.state === 'valid' && standingMinutes < certificate.minutes;
    return { ...certificate, ...(isLess && { standingMinutes }) };
  });
}

async function chainOf(table: Table, volunteerId: string): Promise<ChainRecord[]> {
  const records: ChainRecord[] = [];
  let cursor: string | undefined;
  do {
    const range = { beginsWith: 'RECORD#' };
    const page = await table.query(RecordItem, `VOLUNTEER#${volunteerId}`, { range, limit: 200, cursor });
    records.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return records;
}
