import type { MergePart, MergeState } from '@kaifong/shared/people/merging/merging.ts';
import { m } from '#paraglide/messages.js';

/** What a badge looks like that says how far a merge is. */
export const mergeStateKind = {
  merging: 'info',
  merged: 'success',
  undoing: 'info',
  undone: 'plain',
} as const satisfies Record<MergeState, string>;

const names: Readonly<Record<MergeState, () => string>> = {
  merging: m.merge_stateMerging,
  merged: m.merge_stateMerged,
  undoing: m.merge_stateUndoing,
  undone: m.merge_stateUndone,
};

export const mergeStateName = (state: MergeState): string => names[state]();

const leads: Readonly<Record<MergeState, () => string>> = {
  merging: m.merge_oneLead,
  merged: m.merge_oneLead,
  undoing: m.merge_undoingLead,
  undone: m.merge_undoneLead,
};

/** What two records are to each other in this state, in a sentence. */
export const mergeLead = (state: MergeState): string => leads[state]();

const parts: Readonly<Record<MergePart, () => string>> = {
  people: m.merge_partPeople,
  scheduling: m.merge_partScheduling,
  attendance: m.merge_partAttendance,
  points: m.merge_partPoints,
};

export const mergePartName = (part: MergePart): string => parts[part]();
