import {
  type Contribution,
  figureRisks,
  monthOf,
  publishedAt,
  publishedRows,
} from '@kaifong/shared/care/figures/figures.ts';
import { careTargets } from '@kaifong/shared/care/matching/targets.ts';
import { seededRandom } from '@kaifong/shared/demo/random.ts';
import { day, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import type { Table } from '../../platform/table.ts';
import type { Write } from '../../platform/transact.ts';
import { PublishedMonth } from './figures.table.ts';

/** Half a year of made-up figures, published by the same rule as real ones. */
export function figuresDemoItems({
  table,
  now,
  district,
}: Readonly<{ table: Table; now: Instant; district: string }>): Write[] {
  const random = seededRandom(7);
  const months = [...new Set(Array.from({ length: 200 }, (_, days) => monthOf(shiftBy(now, -days * day))))];
  return months
    .filter((month) => publishedAt(month) <= now)
    .map((month) => {
      const streets = new Map(
        [2, 6, 7, 8, 11, 15].map((number) => [
          `${district}/${String(number).padStart(3, '0')}`,
          Array.from({ length: 20 + Math.floor(random() * 120) }, () => contribution(random)),
        ]),
      );
      return table.put(PublishedMonth, {
        month,
        publishedAt: publishedAt(month),
        rows: publishedRows(district, streets),
      });
    });
}

function contribution(random: () => number): Contribution {
  const risk = figureRisks[Math.min(2, Math.floor(random() * 4))] ?? 'low';
  const target = careTargets.assigned[risk];
  const isWithin = random() < 0.85;
  const days = isWithin ? random() * target : target * (1 + random());
  const isImproved = random() < 0.6;
  return {
    counts: {
      [`${risk}${isWithin ? 'Within' : 'Late'}`]: 1,
      [isImproved ? 'improved' : 'notImproved']: 1,
      [isImproved && random() < 0.7 ? 'recovered' : 'notRecovered']: 1,
      held: 1 + Math.floor(random() * 3),
      noShow: random() < 0.2 ? 1 : 0,
      referralsClosed: random() < 0.1 ? 1 : 0,
    },
    wait: { risk, days },
  };
}
