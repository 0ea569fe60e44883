import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { figuresOn } from '@kaifong/shared/organisation/settings/figures.ts';
import { type FiguresIn, type GroupName, settingsGroups } from '@kaifong/shared/organisation/settings/groups.ts';
import type { DecidedSettings } from '@kaifong/shared/organisation/settings/schema.ts';
import { api } from '#lib/api/client.server.ts';
import type { Caller } from '#lib/api/on-behalf-of.server.ts';
import { read } from '#lib/api/outcome.server.ts';

/** How long the site goes by what it has read, in milliseconds; it is the same for everybody. */
const keptFor = 60_000;

let kept: { from: number; decided: Promise<readonly DecidedSettings[]> } | undefined;

/** What the figures of a group are on the day of an instant. */
export type HouseFigures = <Name extends GroupName>(group: Name, at: Instant) => FiguresIn<Name>;

/** Reads what the district has decided, at most once a minute, and anew on each day. */
export async function houseFigures(event: Caller): Promise<HouseFigures> {
  const now = Date.now();
  const isFresh = kept && now < kept.from + keptFor && dayOfTime(now) === dayOfTime(kept.from);
  const decided = await (kept && isFresh ? kept.decided : readAnew(event, now));
  return (group, at) =>
    figuresOn(
      settingsGroups[group],
      decided.filter((decision) => decision.group === group),
      dayOf(at),
    );
}

const dayOfTime = (time: number) => dayOf(new Date(time).toISOString());

function readAnew(event: Caller, from: number): Promise<readonly DecidedSettings[]> {
  const reading = { from, decided: read(api(event).api.settings.$get()).then(({ items }) => items) };
  kept = reading;
  reading.decided.catch(() => {
    if (kept === reading) kept = undefined;
  });
  return reading.decided;
}
