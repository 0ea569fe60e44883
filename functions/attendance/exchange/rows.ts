import { type DayTotalRecord, dayTotalTitle, isOfShift, type ServiceRecord } from '@kaifong/shared/attendance/chain.ts';
import type { Dataset, ExchangeRow } from '@kaifong/shared/attendance/exchange/datasets.ts';
import { instantsOf } from '@kaifong/shared/attendance/exchange/rules.ts';
import type { ExchangeSpan } from '@kaifong/shared/attendance/exchange/schema.ts';
import type { EntryKind } from '@kaifong/shared/attendance/file-entries/schema.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import type { ShiftFacts } from '../../scheduling/index.ts';
import { RecordItem, recordsPartition } from '../attendance.table.ts';
import type { AttendanceDeps } from '../deps.ts';
import { entriesOf, FileEntryItem, FileWithdrawal, withdrawalsOf } from '../file-entries/file-entry.table.ts';

type Days = Omit<ExchangeSpan, 'dataset'>;
type Span = Days & Readonly<{ place: string }>;
type ReadRows = (span: Span, page: PageQuery) => Promise<Page<ExchangeRow>>;

/** How a cursor begins once all that was written is read, and what was taken back comes. */
const afterEntries = 'withdrawn.';

/** Trainings on a page: each is a row for everybody who was there. */
const trainingsPerPage = 5;

/** The rows of each kind of record, page by page: the same span answers the same rows in the same pages once its days are over. */
export function exchangeRows({
  table,
  people,
  scheduling,
  trainings,
}: Pick<AttendanceDeps, 'table' | 'people' | 'scheduling' | 'trainings'>) {
  /** A page of those taken back on these days that were written before: in their own span entries say so themselves. */
  async function withdrawals(kind: EntryKind, days: Days, page: PageQuery): Promise<Page<FileEntryItem>> {
    const range = instantsOf(days);
    const found = await table.query(FileWithdrawal, withdrawalsOf(kind), { index: 'byRecorded', range, ...page });
    return { ...found, items: found.items.filter(({ recordedAt }) => recordedAt < range.from) };
  }

  /** A page of those written on these days, and after the last of them of those taken back. */
  async function entries(kind: EntryKind, days: Days, { limit, cursor }: PageQuery): Promise<Page<FileEntryItem>> {
    if (cursor?.startsWith(afterEntries)) {
      const rest = cursor.slice(afterEntries.length);
      const page = await withdrawals(kind, days, { limit, cursor: rest || undefined });
      return { ...page, ...(page.cursor && { cursor: afterEntries + page.cursor }) };
    }
    const range = instantsOf(days);
    const page = await table.query(FileEntryItem, entriesOf(kind), { index: 'byRecorded', range, limit, cursor });
    return { ...page, cursor: page.cursor ?? afterEntries };
  }

  /** Entries of service files; `fields` are those that their kind has. What was taken back later was valid on the days that are told of. */
  function entriesBy(kind: EntryKind, fields: (entry: FileEntryItem) => Record<string, string | number>): ReadRows {
    return async ({ place, ...days }, asked) => {
      const { to } = instantsOf(days);
      const page = await entries(kind, days, asked);
      const stateOf = ({ withdrawn }: FileEntryItem) => (withdrawn && withdrawn.at < to ? 'withdrawn' : 'valid');
      const items = page.items
        .filter(({ community }) => isWithin(community, place))
        .map((entry) => ({
          ...{ recordNumber: entry.entryId, volunteerNumber: entry.volunteerNumber, ...fields(entry) },
          ...{ details: entry.words, state: stateOf(entry), recordedAt: entry.recordedAt },
        }));
      return { items, ...(page.cursor && { cursor: page.cursor }) };
    };
  }

  const readers: Readonly<Record<Dataset, ReadRows>> = {
    async serviceRecords({ place, ...days }, { limit, cursor }) {
      const range = instantsOf(days);
      const page = await table.query(RecordItem, recordsPartition, { index: 'byRecorded', range, limit, cursor });
      const records = page.items
        .filter((record) => record.kind !== 'transfer')
        .filter((each) => isWithin(placeOf(each), place));
      const ids = [...new Set(records.map(({ volunteerId }) => volunteerId))];
      const shiftIds = new Set(records.filter(isOfShift).map(({ shiftId }) => shiftId));
      const [found, shifts] = await Promise.all([
        ids.length > 0 ? people.findVolunteers(ids) : [],
        Promise.all([...shiftIds].map(scheduling.shiftFacts)),
      ]);
      const numbers = new Map(found.map(({ id, number }) => [id, number]));
      const shiftOf = new Map(shifts.flatMap((shift) => (shift ? [[shift.id, shift] as const] : [])));
      const rows = records.map((record) =>
        serviceRecordRow(record, {
          volunteerNumber: numbers.get(record.volunteerId) ?? '',
          shift: isOfShift(record) ? shiftOf.get(record.shiftId) : undefined,
        }),
      );
      return { items: rows, ...(page.cursor && { cursor: page.cursor }) };
    },
    awards: entriesBy('award', ({ title, on, by }) => ({ name: title, day: on, grantedBy: by })),
    evaluations: entriesBy('evaluation', ({ title, on, by, rating }) => ({
      ...{ activity: title, day: on, rating: rating ?? '', evaluatedBy: by },
    })),
    complaints: entriesBy('complaint', ({ title, on, by, outcome }) => ({
      ...{ matter: title, day: on, complainedBy: by, outcome: outcome ?? '' },
    })),
    async training({ place, ...days }, { cursor }) {
      const page = await trainings.recordedBetween({ ...instantsOf(days), limit: trainingsPerPage, cursor });
      const within = page.items.filter(({ scope }) => isWithin(scope, place));
      const rows = within.flatMap(({ trainingId, kindName, scope, heldBy, heldOn, minutes, recordedAt, present }) =>
        present.map((volunteerNumber) => ({
          recordNumber: `${trainingId}-${volunteerNumber}`,
          volunteerNumber,
          name: kindName['zh-Hans'],
          organisation: scope,
          heldBy,
          day: heldOn,
          minutes,
          recordedAt,
        })),
      );
      return { items: rows, ...(page.cursor && { cursor: page.cursor }) };
    },
  };
  return {
    page: (dataset: Dataset, span: Span, page: PageQuery): Promise<Page<ExchangeRow>> => readers[dataset](span, page),
  };
}

type Exchanged = ServiceRecord | DayTotalRecord;

const placeOf = (record: Exchanged) => (isOfShift(record) ? record.teamScope : record.community);

/** A service record in the fields that are exchanged; what was done and where is of its shift, and unsaid where a day has no shift. */
export function serviceRecordRow(
  record: Exchanged,
  { volunteerNumber, shift }: Readonly<{ volunteerNumber: string; shift?: ShiftFacts | undefined }>,
): ExchangeRow {
  const { day, minutes, recordedAt, hash } = record;
  const numberOf = (seq: number) => `${record.volunteerId}-${seq}`;
  const done = { content: shift?.kind ?? '', place: shift?.place.name ?? '' };
  const common = {
    ...{ recordNumber: numberOf(record.seq), volunteerNumber, organisation: placeOf(record), day, minutes, ...done },
  };
  if (!isOfShift(record)) {
    const kind = minutes > 0 ? 'service' : 'reversal';
    const unsaid = { startedAt: '', endedAt: '', ways: '', reverses: '', reason: '' };
    return { ...common, kind, activity: dayTotalTitle, ...unsaid, recordedAt, hash };
  }
  const { kind, title, startedAt, endedAt, ways, reverses, reason } = record;
  return {
    ...common,
    kind,
    activity: title,
    ...{ startedAt, endedAt },
    ways: ways.join(' '),
    reverses: reverses === undefined ? '' : numberOf(reverses),
    reason: reason ?? '',
    ...{ recordedAt, hash },
  };
}
