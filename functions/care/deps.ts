import type { OnCallPage } from '@kaifong/shared/care/events.ts';
import type { Day } from '@kaifong/shared/kernel/time.ts';
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

export type CareDeps = Readonly<{
  /** The table of care, and of nobody else. */
  table: Table;
  /** Over the key of care, and of nobody else. */
  sealer: Sealer;
  eligibilityOf: (volunteerId: string) => Promise<Eligibility | undefined>;
  /** Calls the people on call of a place, by whatever reaches them, or throws; it may be asked twice for one page. */
  pageOnCall: (page: OnCallPage) => Promise<void>;
  log: Log;
}>;
