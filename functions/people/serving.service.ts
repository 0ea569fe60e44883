import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { kindOf, type Scope } from '@kaifong/shared/organisation/scope.ts';
import type { PeopleDeps } from './deps.ts';
import { Volunteer } from './people.table.ts';

type Serving = Readonly<{ volunteerId: string; volunteerNumber: string; name: string }>;

/** Who may serve in a place, for other contexts. */
export function servingService({ table }: Pick<PeopleDeps, 'table'>) {
  return {
    /** The active volunteers of a place and all below it, page by page; one read. */
    async page(place: Scope, query: PageQuery): Promise<Page<Serving>> {
      const page = await table.query(Volunteer, 'VOLUNTEERS#active', {
        index: 'byPlaceAndState',
        range: { beginsWith: kindOf(place) === 'community' ? `${place}#` : `${place}/` },
        ...query,
      });
      const items = page.items.map(({ id, number, name }) => ({ volunteerId: id, volunteerNumber: number, name }));
      return { ...page, items };
    },
  };
}
