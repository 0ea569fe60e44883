import type { Identity } from '../identity/index.ts';
import type { Organisation } from '../organisation/index.ts';
import type { People } from '../people/index.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Table } from '../platform/table.ts';
import type { Scheduling } from '../scheduling/index.ts';

export type PointsDeps = Readonly<{
  table: Table;
  sealer: Sealer;
  organisation: Pick<Organisation, 'mustFindPlace' | 'figures'>;
  identity: Pick<Identity, 'audit'>;
  people: Pick<People, 'findVolunteers' | 'findByNumber' | 'namedInRankings'>;
  /** Shifts that are made of requests for help. */
  scheduling: Pick<Scheduling, 'helpShifts' | 'freePlacesOf'>;
  /** Reads the font that statements are set in. */
  readFont: () => Promise<Uint8Array>;
}>;
