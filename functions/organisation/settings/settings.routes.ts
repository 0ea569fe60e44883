import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { settingsErrors } from '@kaifong/shared/organisation/settings/errors.ts';
import {
  DecidedSettings,
  DecideSettings,
  NewSettings,
  SettingsChange,
  SettingsDecision,
  SettingsEnded,
  SettingsParams,
  SettingsProposed,
} from '@kaifong/shared/organisation/settings/schema.ts';
import { Hono } from 'hono';
import * as z from 'zod';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Organisation } from '../index.ts';

const { dayNotNow, beforeAnother, nothingChanges, wrongOrder, secondPersonNeeded, notYours, alreadyDecided } =
  settingsErrors;
const unfit = [dayNotNow, beforeAnother, nothingChanges, wrongOrder];

/** What the district sets: reading it, proposing other figures, and deciding on them. */
export function settingsRoutes({ settings }: Pick<Organisation, 'settings'>) {
  return new Hono<ApiEnv>()
    .get(
      '/settings',
      query(
        {
          id: 'readSettings',
          summary:
            'What the district has decided on graces, approvals, notices and stars; what it has not is as usual; a change is seen within a minute',
          permission: 'setting.browse',
          answer: [200, z.object({ items: z.array(DecidedSettings) })],
        },
        (request) => settings.list(request),
      ),
    )
    .get(
      '/settings/decisions',
      query(
        {
          id: 'readSettingsDecisions',
          summary: 'What the district has decided, and by whom',
          permission: 'setting.readChanges',
          answer: [200, z.object({ items: z.array(SettingsDecision) })],
        },
        (request) => settings.decisions(request),
      ),
    )
    .get(
      '/settings/changes',
      query(
        {
          id: 'listSettingsChanges',
          summary: 'Changes of settings that were proposed, newest first',
          permission: 'setting.readChanges',
          query: PageQuery,
          answer: [200, Page(SettingsChange)],
        },
        (request, { query }) => settings.changes(request, query),
      ),
    )
    .post(
      '/settings/changes',
      command(
        {
          id: 'proposeSettings',
          summary: 'Propose other figures of a group from a coming day on',
          permission: 'setting.propose',
          body: NewSettings,
          answer: [201, SettingsProposed],
          errors: unfit,
        },
        (request, { body }) => settings.propose(request, body),
      ),
    )
    .post(
      '/settings/changes/:changeId/decision',
      command(
        {
          id: 'decideSettings',
          summary: 'Approve a change of settings that somebody else proposed, or decline it',
          permission: 'setting.decide',
          params: SettingsParams,
          body: DecideSettings,
          answer: [200, SettingsEnded],
          errors: [...unfit, secondPersonNeeded, alreadyDecided, platformErrors.busy],
        },
        (request, { params, body }) => settings.decide(request, params.changeId, body),
      ),
    )
    .post(
      '/settings/changes/:changeId/withdrawal',
      command(
        {
          id: 'withdrawSettings',
          summary: 'Take back a change of settings that one has proposed',
          permission: 'setting.propose',
          params: SettingsParams,
          answer: [200, SettingsEnded],
          errors: [alreadyDecided, notYours],
        },
        (request, { params }) => settings.withdraw(request, params.changeId),
      ),
    );
}
