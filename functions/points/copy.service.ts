import { AppError } from '@kaifong/shared/kernel/errors.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import type { OwnHelp } from '@kaifong/shared/points/help/help-schema.ts';
import { volunteerAccount } from '@kaifong/shared/points/ledger/accounts.ts';
import type { OwnVoucher } from '@kaifong/shared/points/rewards/reward-schema.ts';
import type { PointsEntry } from '@kaifong/shared/points/schema.ts';
import type { Request } from '../platform/request.ts';
import type { Table } from '../platform/table.ts';
import type { helpService } from './help/help.service.ts';
import { EntryItem, VolunteerAccount } from './points.table.ts';
import type { voucherService } from './rewards/voucher.service.ts';

/** What moved points under one of a person's records: her part of the copy of her own data (个人信息保护法 art. 45). */
export function copyService(
  { table }: Readonly<{ table: Table }>,
  { listOf }: Pick<ReturnType<typeof voucherService>, 'listOf'>,
  helps: Pick<ReturnType<typeof helpService>, 'listOf'>,
) {
  /** Whose account is the person's, or has gone over to hers. @throws AppError platform.notFound for any other */
  async function mustBeHers({ actor }: Request, volunteerId: string): Promise<void> {
    for (let id: string | undefined = volunteerId; id !== actor.volunteerId; ) {
      if (id === undefined) throw new AppError(platformErrors.notFound);
      const account: VolunteerAccount | undefined = await table.get(VolunteerAccount, { volunteerId: id });
      id = account?.movedTo?.volunteerId;
    }
  }

  return {
    /** The entries of a record, the newest first. @throws AppError platform.notFound for a record that is not hers */
    async entries(request: Request, volunteerId: string, { limit, cursor }: PageQuery): Promise<Page<PointsEntry>> {
      await mustBeHers(request, volunteerId);
      const range = { beginsWith: 'ENTRY#' };
      const partition = `ACCOUNT#${volunteerAccount(volunteerId)}`;
      return table.query(EntryItem, partition, { range, limit, cursor, newestFirst: true });
    },

    /** The vouchers of a record, the newest first. @throws AppError platform.notFound for a record that is not hers */
    async vouchers(request: Request, volunteerId: string, page: PageQuery): Promise<Page<OwnVoucher>> {
      await mustBeHers(request, volunteerId);
      return listOf(volunteerId, request.now, page);
    },

    /** The help that was asked for under a record, the newest first. @throws AppError platform.notFound for a record that is not hers */
    async helps(request: Request, volunteerId: string, page: PageQuery): Promise<Page<OwnHelp>> {
      await mustBeHers(request, volunteerId);
      return helps.listOf(volunteerId, page);
    },
  };
}
