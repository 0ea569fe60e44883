import { CounsellorRef } from '@kaifong/shared/care/counsellors/counsellor-schema.ts';
import {
  Absence,
  OwnSupervising,
  OwnSupervision,
  ReminderPhone,
  SuperviseeView,
  SupervisionPlan,
  SupervisionReport,
  SupervisionSession,
  SupervisionSessionRef,
  SupervisionStanding,
  SupervisorCard,
  SupervisorChange,
  SupervisorKept,
  Supervisors,
  SupervisorsQuery,
} from '@kaifong/shared/care/supervision/supervision.ts';
import { supervisionErrors } from '@kaifong/shared/care/supervision/supervision-errors.ts';
import { Page, PageQuery } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Care } from '../index.ts';

/** Who supervises whom, and supervision sessions. */
export function supervisionRoutes({ supervisorDesk, supervision }: Care) {
  return new Hono<ApiEnv>()
    .get(
      '/supervisors',
      query(
        {
          id: 'listSupervisors',
          summary: 'Supervisors who may be given the counsellors of a place',
          permission: 'care.superviseCounsellors',
          query: SupervisorsQuery,
          answer: [200, Supervisors],
        },
        (request, { query }) => supervisorDesk.list(request, query.place),
      ),
    )
    .post(
      '/counsellors/:counsellorId/supervisor',
      command(
        {
          id: 'changeSupervisor',
          summary: 'Give a counsellor another supervisor and deputy, with the reason',
          permission: 'care.superviseCounsellors',
          params: CounsellorRef,
          body: SupervisorChange,
          answer: [200, SupervisionStanding],
          errors: [supervisionErrors.changed, supervisionErrors.cannotSupervise, supervisionErrors.herself],
        },
        (request, { params, body }) => supervisorDesk.change(request, params.counsellorId, body),
      ),
    )
    .get(
      '/supervision',
      query(
        {
          id: 'readOwnSupervising',
          summary: 'One’s own counsellors as a supervisor or a deputy',
          permission: 'care.ownSupervising',
          query: PageQuery,
          answer: [200, OwnSupervising],
        },
        (request, { query }) => supervisorDesk.own(request, query),
      ),
    )
    .post(
      '/supervision/card',
      command(
        {
          id: 'keepSupervisorCard',
          summary: 'Tell what counsellors call one, and the phone that reminders go to',
          permission: 'care.ownSupervising',
          body: SupervisorCard,
          answer: [200, SupervisorKept],
        },
        (request, { body }) => supervisorDesk.keepCard(request, body),
      ),
    )
    .post(
      '/supervision/absence',
      command(
        {
          id: 'beAwayAsSupervisor',
          summary: 'Say on which days the deputies stand in',
          permission: 'care.ownSupervising',
          body: Absence,
          answer: [200, SupervisorKept],
          errors: [supervisionErrors.cannotSupervise],
        },
        (request, { body }) => supervisorDesk.beAway(request, body),
      ),
    )
    .get(
      '/supervision/:counsellorId',
      query(
        {
          id: 'readSupervisee',
          summary: 'A counsellor whom one supervises now, with the cases in her hands',
          permission: 'care.supervise',
          params: CounsellorRef,
          answer: [200, SuperviseeView],
        },
        (request, { params }) => supervision.read(request, params.counsellorId),
      ),
    )
    .get(
      '/supervision/:counsellorId/sessions',
      query(
        {
          id: 'listSupervisionSessions',
          summary: 'The supervision sessions of a counsellor, the latest first',
          permission: 'care.supervise',
          params: CounsellorRef,
          query: PageQuery,
          answer: [200, Page(SupervisionSession)],
        },
        (request, { params, query }) => supervision.sessions(request, params.counsellorId, query),
      ),
    )
    .post(
      '/supervision/:counsellorId/sessions',
      command(
        {
          id: 'planSupervision',
          summary: 'Plan the next supervision session of a counsellor',
          permission: 'care.supervise',
          params: CounsellorRef,
          body: SupervisionPlan,
          answer: [201, SupervisionSessionRef],
          errors: [supervisionErrors.time, supervisionErrors.oneIsPlanned, supervisionErrors.changed],
        },
        (request, { params, body }) => supervision.plan(request, params.counsellorId, body),
      ),
    )
    .post(
      '/supervision/:counsellorId/outcome',
      command(
        {
          id: 'tellSupervision',
          summary: 'Tell how a supervision session went; one that was held makes supervision current',
          permission: 'care.supervise',
          params: CounsellorRef,
          body: SupervisionReport,
          answer: [200, SupervisionSessionRef],
          errors: [supervisionErrors.notYet, supervisionErrors.changed],
        },
        (request, { params, body }) => supervision.tell(request, params.counsellorId, body),
      ),
    )
    .get(
      '/own-supervision',
      query(
        {
          id: 'readOwnSupervision',
          summary: 'Who supervises oneself, until when supervision is current, and the next session',
          permission: 'care.ownCounselling',
          answer: [200, OwnSupervision],
        },
        (request) => supervision.own(request),
      ),
    )
    .get(
      '/own-supervision/sessions',
      query(
        {
          id: 'listOwnSupervision',
          summary: 'One’s own supervision sessions with what was agreed, the latest first',
          permission: 'care.ownCounselling',
          query: PageQuery,
          answer: [200, Page(SupervisionSession)],
        },
        (request, { query }) => supervision.ownSessions(request, query),
      ),
    )
    .post(
      '/own-supervision/phone',
      command(
        {
          id: 'keepReminderPhone',
          summary: 'Tell the phone that reminders of supervision go to',
          permission: 'care.ownCounselling',
          body: ReminderPhone,
          answer: [200, SupervisorKept],
          errors: [supervisionErrors.changed],
        },
        (request, { body }) => supervision.keepPhone(request, body),
      ),
    );
}
