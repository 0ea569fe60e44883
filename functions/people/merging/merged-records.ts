import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { MergedRecord } from '@kaifong/shared/people/rights/rights-schema.ts';
import type { Request } from '../../platform/request.ts';
import type { Table } from '../../platform/table.ts';
import { Volunteer } from '../people.table.ts';
import { MergeItem } from './merge.table.ts';

/** The records that went into a volunteer's, and those that had gone into them before, as far as the merges stand. */
export async function mergedRecords(
  table: Table,
  { id: into, absorbed = [] }: Pick<Volunteer, 'id' | 'absorbed'>,
): Promise<MergedRecord[]> {
  const found = absorbed.map(async ({ volunteerId, mergeId }) => {
    const [merge, went] = await table.getPair([MergeItem, { id: mergeId }], [Volunteer, { id: volunteerId }]);
    if (!merge || !went) throw new Error(`${volunteerId} went into ${into} by ${mergeId} and is not there`);
    const { state, begunAt } = merge;
    const record = { mergeId, volunteerId, number: went.number, into, begunAt, state };
    return [record, ...(state === 'merged' ? await mergedRecords(table, went) : [])];
  });
  return (await Promise.all(found)).flat();
}

/**
 * Lets a request go on that is about a record of the person who asks: her own, or one that went into it. While two records are being made
 * one, or apart again, the one is not hers to read.
 *
 * @throws AppError platform.notFound for any other
 */
export async function mustBeHers(table: Table, { actor }: Pick<Request, 'actor'>, record: string): Promise<void> {
  for (let id = record; id !== actor.volunteerId; ) {
    const went = await table.get(Volunteer, { id });
    const merge = went?.mergedInto && (await table.get(MergeItem, { id: went.mergedInto.mergeId }));
    if (merge?.state !== 'merged') throw new AppError(platformErrors.notFound);
    id = merge.stays;
  }
}
