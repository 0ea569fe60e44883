import type {
  AmendmentKind,
  AmendmentState,
  EvidenceKind,
  NotBookedReason,
} from '@kaifong/shared/attendance/amendments/schema.ts';
import { m } from '#paraglide/messages.js';

export const kindNames: Readonly<Record<AmendmentKind, () => string>> = {
  backEntry: m.amendments_backEntry,
  correction: m.amendments_correction,
};

export const evidenceNames: Readonly<Record<EvidenceKind, () => string>> = {
  list: m.amendments_list,
  photo: m.amendments_photo,
};

export const stateLooks = {
  asked: { kind: 'info', words: m.amendments_asked },
  onNotice: { kind: 'info', words: m.amendments_onNotice },
  objected: { kind: 'warning', words: m.amendments_objected },
  booked: { kind: 'success', words: m.amendments_booked },
  notBooked: { kind: 'warning', words: m.amendments_notBooked },
  refused: { kind: 'danger', words: m.amendments_refused },
  withdrawn: { kind: 'plain', words: m.amendments_withdrawn },
} as const satisfies Record<AmendmentState, object>;

export const notBookedWords: Readonly<Record<NotBookedReason, () => string>> = {
  nothingToCount: m.amendments_nothingToCount,
  changedMeanwhile: m.amendments_changedMeanwhile,
  dayTooLong: m.amendments_dayTooLong,
};
