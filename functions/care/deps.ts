import type { OnCallPage } from '@kaifong/shared/care/events.ts';
import type { Day, Instant } from '@kaifong/shared/kernel/time.ts';
import type { Scope } from '@kaifong/shared/organisation/scope.ts';
import type { SpokenLanguage } from '@kaifong/shared/people/languages.ts';
import type { Log } from '../platform/log.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Table } from '../platform/table.ts';

/** All that care may know of a volunteer. */
export type Eligibility = Readonly<{
  /** Registered, approved, and neither paused nor gone. */
  active: boolean;
  /** The community that the volunteer lives in. */
  scope: string;
  languages: readonly SpokenLanguage[];
  /** The day on which the volunteer is or was 18. */
  adultFrom: Day;
}>;

/** A volunteer who was looked up by the number on her card. */
export type NumberedVolunteer = Eligibility & Readonly<{ volunteerId: string }>;

/**
 * Calls people on call, or throws; it may be asked twice for one page. `phones` are those on the rota, E.164; without any, or when everybody is to be
 * called, whoever the pager knows to be on call at the place and the level.
 */
export type PageOnCall = (page: OnCallPage, phones: readonly string[]) => Promise<void>;

export type CareDeps = Readonly<{
  /** The table of care, and of nobody else. */
  table: Table;
  /** Where the days of counsellors are handed on to attendance; care adds and reads nothing. */
  totals: Table;
  /** Over the key of care, and of nobody else. */
  sealer: Sealer;
  eligibilityOf: (volunteerId: string) => Promise<Eligibility | undefined>;
  eligibilityByNumber: (volunteerNumber: string) => Promise<NumberedVolunteer | undefined>;
  /** The accounts that may answer calls of a place now, by their role, and the volunteers that some of them are. */
  onCallAt: (
    place: Scope,
    now: Instant,
  ) => Promise<readonly Readonly<{ id: string; volunteerId?: string | undefined }>[]>;
  pageOnCall: PageOnCall;
  log: Log;
}>;
