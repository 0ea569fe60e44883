import { Page } from '@kaifong/shared/kernel/paging.ts';
import { mergeErrors } from '@kaifong/shared/people/merging/merge-errors.ts';
import {
  DuplicatesQuery,
  LikelyDuplicate,
  Merge,
  MergeBegun,
  MergeParams,
  MergesQuery,
  MergeUndoing,
  NewMerge,
  NotTheSame,
} from '@kaifong/shared/people/merging/merge-schema.ts';
import { Hono } from 'hono';
import * as z from 'zod';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { People } from '../index.ts';

/** One person once: records that may be the same person's, merging them and undoing it. */
export function mergeRoutes({ duplicates, merges }: Pick<People, 'duplicates' | 'merges'>) {
  return new Hono<ApiEnv>()
    .get(
      '/likely-duplicates',
      query(
        {
          id: 'listLikelyDuplicates',
          summary: 'Pairs of records of a place that may be one person’s, with what speaks for it, under masks',
          permission: 'volunteer.merge',
          query: DuplicatesQuery,
          answer: [200, Page(LikelyDuplicate)],
        },
        (request, { query }) => duplicates.list(request, query),
      ),
    )
    .post(
      '/likely-duplicates/apart',
      command(
        {
          id: 'tellRecordsApart',
          summary: 'Remember that two records are two people’s',
          permission: 'volunteer.merge',
          body: NotTheSame,
          answer: [200, z.object({ done: z.literal(true) })],
        },
        (request, { body }) => duplicates.tellApart(request, body),
      ),
    )
    .post(
      '/merges',
      command(
        {
          id: 'mergeRecords',
          summary: 'Merge two records of one person into the one that stays',
          permission: 'volunteer.merge',
          body: NewMerge,
          answer: [202, MergeBegun],
          errors: [
            mergeErrors.same,
            mergeErrors.merged,
            mergeErrors.closed,
            mergeErrors.underWay,
            mergeErrors.suspended,
            mergeErrors.wrongWay,
            mergeErrors.holdsOffice,
            mergeErrors.officeNumber,
            mergeErrors.ownRecord,
          ],
        },
        (request, { body }) => merges.begin(request, body),
      ),
    )
    .get(
      '/merges',
      query(
        {
          id: 'listMerges',
          summary: 'The merges of a place and all below it',
          permission: 'volunteer.merge',
          query: MergesQuery,
          answer: [200, Page(Merge)],
        },
        (request, { query }) => merges.list(request, query),
      ),
    )
    .get(
      '/merges/:mergeId',
      query(
        {
          id: 'readMerge',
          summary: 'A merge and how far it is',
          permission: 'volunteer.merge',
          params: MergeParams,
          answer: [200, Merge],
        },
        (request, { params }) => merges.read(request, params.mergeId),
      ),
    )
    .post(
      '/merges/:mergeId/undoing',
      command(
        {
          id: 'undoMerge',
          summary: 'Undo a merge: what was moved moves back',
          permission: 'volunteer.merge',
          params: MergeParams,
          body: MergeUndoing,
          answer: [202, MergeBegun],
          errors: [mergeErrors.cannotUndo, mergeErrors.laterMerge, mergeErrors.ownRecord],
        },
        (request, { params, body }) => merges.undo(request, params.mergeId, body.reason),
      ),
    );
}
