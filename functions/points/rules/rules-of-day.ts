import { type Day, dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { isWithin, type Scope } from '@kaifong/shared/organisation/scope.ts';
import type { SpecialDayKind } from '@kaifong/shared/points/rules/earning-rules.ts';
import type { Table } from '../../platform/table.ts';
import { plain, type RulesOfDay } from '../earned-by.ts';
import { InForceItem, inForce, SpecialDayItem } from './rules.table.ts';

/** Which rules hold on a day. Those of days that have come are kept, since none can be decided for them any more. */
export function rulesOfDay(table: Table) {
  const kept = new Map<Day, RulesOfDay>();
  return {
    async on(day: Day, now: Instant): Promise<RulesOfDay> {
      const known = kept.get(day);
      if (known) return known;
      const found = await table.query(InForceItem, inForce, {
        range: { from: 'FROM#', to: `FROM#${day}~` },
        limit: 1,
        newestFirst: true,
      });
      const rules = found.items[0] ?? plain;
      if (day <= dayOf(now)) kept.set(day, rules);
      return rules;
    },

    /** What a day was at a place, as it is known by now; asked only of rules by which it matters. */
    async specialOn({ rules }: RulesOfDay, day: Day, place: Scope): Promise<SpecialDayKind[]> {
      if (rules.badWeather === 100 && rules.emergency === 100) return [];
      const { items } = await table.query(SpecialDayItem, `SPECIAL#${day}`, { limit: 400 });
      return [...new Set(items.filter((special) => isWithin(place, special.place)).map(({ kind }) => kind))];
    },
  };
}
