import type { EscalationEntry } from '@kaifong/shared/care/on-call/escalation-schema.ts';
import type { Scope } from '@kaifong/shared/organisation/scope.ts';
import { m } from '#paraglide/messages.js';

/** An open call in words: where, since when, and what has to happen by when. */
export type EscalationRow = Readonly<{
  escalationId: string;
  place: string;
  openedAt: string;
  dueAt: string;
  awaits: string;
  isTaken: boolean;
  level: string;
  isUnmanned: boolean;
}>;

const awaitWords: Readonly<Record<EscalationEntry['awaits'], () => string>> = {
  page: m.care_awaitsPage,
  acknowledgement: m.care_awaitsAcknowledgement,
  contact: m.care_awaitsContact,
};

const levelWords = [m.care_levelStreet, m.care_levelDistrict, m.care_levelSupervisors];

export function escalationRow(entry: EscalationEntry, names: ReadonlyMap<Scope, string>): EscalationRow {
  const { escalationId, place, openedAt, dueAt, awaits, acknowledgedAt, level, isUnmanned } = entry;
  return {
    escalationId,
    place: names.get(place) ?? place,
    openedAt,
    dueAt,
    isUnmanned,
    awaits: awaitWords[awaits](),
    isTaken: acknowledgedAt !== undefined,
    level: (levelWords[level] ?? m.care_levelSupervisors)(),
  };
}
