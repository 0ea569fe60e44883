import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import type { Request } from '../platform/request.ts';
import type { SchedulingDeps } from './deps.ts';
import { SignUpItem } from './scheduling.table.ts';

/** What a person signed up for under one of her records: her part of the copy of her own data (个人信息保护法 art. 45). */
export function copyService({ table, people }: Pick<SchedulingDeps, 'table' | 'people'>) {
  return {
    /** Every sign-up and what became of it, the newest shift first. @throws AppError platform.notFound for a record that is not hers */
    async signUps(request: Request, volunteerId: string, { limit, cursor }: PageQuery): Promise<Page<SignUpItem>> {
      await people.copies.mustBeHers(request, volunteerId);
      const range = { beginsWith: 'SIGNUP#' };
      return table.query(SignUpItem, `VOLUNTEER#${volunteerId}`, { range, limit, cursor, newestFirst: true });
    },
  };
}
