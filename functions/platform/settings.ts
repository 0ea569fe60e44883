import type { Day, Instant } from '@kaifong/shared/kernel/time.ts';
import type { FiguresIn, GroupName } from '@kaifong/shared/organisation/settings/groups.ts';

/** What the district has set. It costs nothing to ask: what is decided is read once a minute at most. */
export type Settings = Readonly<{
  /** What the figures of a group are on a day, as it is known at `now`. */
  on: <Name extends GroupName>(group: Name, day: Day, now: Instant) => Promise<FiguresIn<Name>>;
}>;
