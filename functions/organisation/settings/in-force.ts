import { type Day, dayOf, type Instant, minute, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { figuresOn } from '@kaifong/shared/organisation/settings/figures.ts';
import { type FiguresIn, type GroupName, settingsGroups } from '@kaifong/shared/organisation/settings/groups.ts';
import type { Table } from '../../platform/table.ts';
import { DecisionItem, decisions } from './settings.table.ts';

/**
 * What the district has decided. Whoever asks within a minute of a read, and on its day, gets what that read brought: a day's figures are
 * all decided before it begins, so that nobody goes by those of yesterday.
 */
export function settingsInForce({ table }: Readonly<{ table: Table }>) {
  let kept: { from: Instant; until: Instant; decided: Promise<readonly DecisionItem[]> } | undefined;

  async function read(): Promise<DecisionItem[]> {
    const found: DecisionItem[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await table.query(DecisionItem, decisions, { limit: 400, cursor });
      found.push(...page.items);
      cursor = page.cursor;
    }
    return found;
  }

  function all(now: Instant): Promise<readonly DecisionItem[]> {
    if (kept && kept.from <= now && now < kept.until && dayOf(kept.from) === dayOf(now)) return kept.decided;
    const reading = { from: now, until: shiftBy(now, minute), decided: read() };
    kept = reading;
    // What failed is not kept: the next one who asks reads anew.
    reading.decided.catch(() => {
      if (kept === reading) kept = undefined;
    });
    return reading.decided;
  }

  return {
    /** What the figures of a group are on a day, as it is known at `now`. */
    async on<Name extends GroupName>(group: Name, day: Day, now: Instant): Promise<FiguresIn<Name>> {
      const decided = (await all(now)).filter((decision) => decision.group === group);
      return figuresOn(settingsGroups[group], decided, day);
    },

    /** All decisions, as of a minute ago at most. */
    all,

    /** All decisions, read anew: who decides or looks for what was decided just now must not go by what was a minute ago. */
    readAnew(now: Instant): Promise<readonly DecisionItem[]> {
      kept = undefined;
      return all(now);
    },
  };
}

export type SettingsInForce = ReturnType<typeof settingsInForce>;
