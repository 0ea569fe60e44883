import { type DayTotalRecord, dayTotalTitle, isOfShift, type ServiceRecord } from '@kaifong/shared/attendance/chain.ts';
import type { Dataset, ExchangeRow } from '@kaifong/shared/attendance/exchange/datasets.ts';
import { instantsOf } from '@kaifong/shared/attendance/exchange/rules.ts';
import type { ExchangeSpan } from '@kaifong/shared/attendance/exchange/schema.ts';
import type { EntryKind } from '@kaifong/shared/attendance/file-entries/schema.ts';
import type { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import { RecordItem, recordsPartition } from '../attendance.table.ts';
import type { AttendanceDeps } from '../deps.ts';
import { entriesOf, FileEntryItem } from '../file-entries/file-entry.table.ts';

type Span = Omit<ExchangeSpan, 'dataset'> & Readonly<{ place: string }>;
type ReadRows = (span: Span, page: PageQuery) => Promise<Page<ExchangeRow>>;

/** Trainings on a page: each is a row for everybody who was there. */
const trainingsPerPage = 5;

/** The rows of each kind of record, page by page: the same span answers the same rows in the same pages once its days are over. */
export function exchangeRows({ table, people, trainings }: Pick<AttendanceDeps, 'table' | 'people' | 'trainings'>) {
  /** Reads entries of service files as they were recorded; `fields` are those that its kind has. */
  function entriesBy(kind: EntryKind, fields: (entry: FileEntryItem) => Record<string, string | number>): ReadRows {
    return async ({ place, ...days }, { limit, cursor }) => {
      const range = instantsOf(days);
      const page = await table.query(FileEntryItem, entriesOf(kind), { index: 'byRecorded', range, limit, cursor });
      const items = page.items
        .filter(({ community }) => isWithin(community, place))
        .map((entry) => ({
          ...{ recordNumber: entry.entryId, volunteerNumber: entry.volunteerNumber, ...fields(entry) },
          ...{ details: entry.words, state: entry.withdrawn ? 'withdrawn' : 'valid', recordedAt: entry.recordedAt },
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
      const found = ids.length > 0 ? await people.findVolunteers(ids) : [];
      const numbers = new Map(found.map(({ id, number }) => [id, number]));
      const rows = records.map((record) => serviceRecordRow(record, numbers.get(record.volunteerId) ?? ''));
      return { items: rows, ...(page.cursor && { cursor: page.cursor }) };
    },
    awards: entriesBy('award', ({ title, on, by }) => ({ name: title, day: on, grantedBy: by })),
    evaluations: entriesBy('evaluation', ({ title, on, by, rating }) => ({
      ...{ activity: title, day: on, rating: rating ?? '', evaluatedBy: by },
    })),
    complaints: entriesBy('complaint', ({ title, on, by, outcome }) => ({
      ...{ matter: title, day: on, complainedBy: by, outcome: outcome ?? '' },
    })),
    async training({ place, from, until }, { cursor }) {
      const page = await trainings.held({ place, limit: trainingsPerPage, cursor });
      const within = page.items.filter(({ heldOn }) => heldOn >= from && heldOn <= until);
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

/** A service record in the fields that are exchanged. */
export function serviceRecordRow(record: Exchanged, volunteerNumber: string): ExchangeRow {
  const { day, minutes, recordedAt, hash } = record;
  const numberOf = (seq: number) => `${record.volunteerId}-${seq}`;
  const common = { recordNumber: numberOf(record.seq), volunteerNumber, organisation: placeOf(record), day, minutes };
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
