import { measuresOf } from '@kaifong/shared/care/cases/outcome.ts';
import {
  type Contribution,
  contributionOf,
  type Month,
  monthOf,
  nextMonth,
  publishedAt,
  publishedRows,
} from '@kaifong/shared/care/figures/figures.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import { streetOf } from '@kaifong/shared/organisation/scope.ts';
import { transact } from '../../platform/transact.ts';
import { AssignmentItem, CaseItem, ScreeningItem } from '../care.table.ts';
import { referralsOfCase } from '../cases/referral.service.ts';
import { sessionRowsOf } from '../cases/sessions-of-case.ts';
import type { CareDeps } from '../deps.ts';
import { AssignmentRecord, CaseHead, ScreeningRecord } from '../sealed.ts';
import { FigureMark, PublishedMonth, publishedMonths } from './figures.table.ts';

/** Publishes the figures of each month some days after its end, once and for good. */
export function figuresClockService({ table, sealer }: CareDeps) {
  /** The month before the one that `now` is in, or the one before that as long as its successor is not due. */
  function lastDue(now: Instant): Month {
    let month = previous(monthOf(now));
    while (publishedAt(month) > now) month = previous(month);
    return month;
  }

  /** What is to be published next: after the last that was, else the last that is due and has anything to tell. */
  async function nextToPublish(now: Instant): Promise<Month | undefined> {
    const { items } = await table.query(PublishedMonth, publishedMonths, { limit: 1, newestFirst: true });
    const due = lastDue(now);
    const [latest] = items;
    if (latest) return latest.month < due ? nextMonth(latest.month) : undefined;
    const { items: marks } = await table.query(FigureMark, `FIGURES#${due}`, { limit: 1 });
    return marks.length > 0 ? due : undefined;
  }

  async function contributionFor(caseId: string, month: Month) {
    const supportCase = await table.get(CaseItem, { id: caseId });
    if (!supportCase) throw new Error('figures of a case that is not there');
    const pk = `CASE#${caseId}`;
    const [{ screenings }, { assignments }, sessions, referrals] = await Promise.all([
      table.collect(pk, { beginsWith: 'SCREENING#' }, { screenings: ScreeningItem }),
      table.collect(pk, { beginsWith: 'ASSIGNMENT#' }, { assignments: AssignmentItem }),
      sessionRowsOf(table, caseId),
      referralsOfCase({ table, sealer }, caseId),
    ]);
    const [first] = assignments;
    const assigned = first && (await AssignmentRecord.open(sealer, first.sealed, caseId, first.at));
    const opened = await Promise.all(
      screenings.map(({ key, sealed }) => ScreeningRecord.open(sealer, sealed, caseId, key)),
    );
    // Those of before were kept without the risk of the moment.
    const risk = assigned?.risk ?? (await CaseHead.open(sealer, supportCase.headSealed, caseId)).risk;
    const { receivedAt, closedAt, place } = supportCase;
    const firstAssigned = first && { at: first.at, risk };
    const counted = { receivedAt, closedAt, firstAssigned, sessions, referrals, measures: measuresOf(opened) };
    return { street: streetOf(place) ?? place, contribution: contributionOf(counted, month) };
  }

  async function publish(month: Month, now: Instant): Promise<void> {
    const { marks } = await table.collect(`FIGURES#${month}`, { beginsWith: 'CASE#' }, { marks: FigureMark });
    const districts = new Map<string, Map<string, Contribution[]>>();
    for (let from = 0; from < marks.length; from += atOnce) {
      const some = marks.slice(from, from + atOnce).map(({ caseId }) => contributionFor(caseId, month));
      for (const { street, contribution } of await Promise.all(some)) {
        const district = street.slice(0, 6);
        const streets = districts.get(district) ?? new Map<string, Contribution[]>();
        streets.set(street, [...(streets.get(street) ?? []), contribution]);
        districts.set(district, streets);
      }
    }
    const rows = [...districts].toSorted(byName).flatMap(([district, streets]) => publishedRows(district, streets));
    // Another clock may have been first: what was published stays.
    await transact(table.client, {
      month: table.put(PublishedMonth, { month, publishedAt: now, rows }, { absent: true }),
    });
  }

  return {
    /** Publishes a month that is due, one in a tick. It may run twice, or twice at once. */
    async onTick(now: Instant): Promise<void> {
      const month = await nextToPublish(now);
      if (month) await publish(month, now);
    },
  };
}

/** Cases that are read at a time. */
const atOnce = 10;

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) => (one < other ? -1 : 1);

function previous(month: Month): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
