import { sessionErrors } from '@kaifong/shared/identity/errors.ts';
import { CodeSent, Done } from '@kaifong/shared/identity/schema.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { placeErrors } from '@kaifong/shared/organisation/errors.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import {
  GuardianAnswer,
  GuardianAnswered,
  GuardianPage,
  GuardianParams,
  OwnGuardianConsent,
} from '@kaifong/shared/people/registration/guardian.ts';
import { DetailsChange, OwnDetails } from '@kaifong/shared/people/registration/own-details.ts';
import { Confirmation, faultsOnPaper, PaperRegistration } from '@kaifong/shared/people/registration/paper.ts';
import {
  DraftKept,
  DraftPart,
  DraftVersion,
  faultsInSentPart,
  OwnDraft,
} from '@kaifong/shared/people/registration/registration-draft.ts';
import { Moved, Registered } from '@kaifong/shared/people/schema.ts';
import { choosingSkills } from '@kaifong/shared/people/skills/skill-errors.ts';
import { Hono } from 'hono';
import * as z from 'zod';
import { requesterOf } from '../../identity/index.ts';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { People } from '../index.ts';

/** Registering step by step, with a guardian's consent, and on paper; and what a volunteer changes of herself later. */
export function registrationRoutes({ drafts, guardians, paper, details }: People) {
  return new Hono<ApiEnv>()
    .get(
      '/registration-draft',
      query(
        {
          id: 'readRegistrationDraft',
          summary: 'What the person who is signed in has filled in of a registration',
          permission: 'volunteer.register',
          answer: [200, OwnDraft],
        },
        (request) => drafts.read(request),
      ),
    )
    .put(
      '/registration-draft',
      command(
        {
          id: 'keepRegistrationStep',
          summary: 'Keep a finished step of a registration, to go on with it on any device',
          permission: 'volunteer.register',
          body: DraftPart,
          faultsOfBody: (sent, now) => faultsInSentPart(sent, dayOf(now)),
          answer: [200, DraftKept],
          errors: [
            peopleErrors.documentKnown,
            peopleErrors.draftChanged,
            peopleErrors.alreadyRegistered,
            ...choosingSkills,
          ],
        },
        (request, { body }) => drafts.keep(request, body),
      ),
    )
    .delete(
      '/registration-draft',
      command(
        {
          id: 'discardRegistrationDraft',
          summary: 'Forget all that was filled in of a registration',
          permission: 'volunteer.register',
          answer: [200, Done],
        },
        (request) => drafts.discard(request),
      ),
    )
    .post(
      '/registration-draft/submission',
      command(
        {
          id: 'submitRegistrationDraft',
          summary: 'Send the registration that was filled in step by step',
          permission: 'volunteer.register',
          body: DraftVersion,
          answer: [201, Registered],
          errors: [
            placeErrors.unknown,
            peopleErrors.draftIncomplete,
            peopleErrors.draftChanged,
            peopleErrors.documentKnown,
            peopleErrors.alreadyRegistered,
            peopleErrors.guardianFirst,
            ...choosingSkills,
          ],
        },
        (request, { body }) => drafts.submit(request, body),
      ),
    )
    .get(
      '/guardian-consents/own',
      query(
        {
          id: 'readOwnGuardianConsent',
          summary: 'Where the consent of the own guardian stands, and the link to the guardian’s page',
          permission: 'volunteer.register',
          answer: [200, OwnGuardianConsent],
          errors: [peopleErrors.noGuardianNeeded],
        },
        (request) => guardians.readOwn(request),
      ),
    )
    .get(
      '/guardian-consents/:token',
      query(
        {
          id: 'readGuardianConsent',
          summary: 'What a guardian is asked to consent to, by the link of the child',
          permission: 'guardian.consent',
          params: GuardianParams,
          answer: [200, GuardianPage],
        },
        (request, { params }) => guardians.read(request, params.token),
      ),
    )
    .post(
      '/guardian-consents/:token/codes',
      command(
        {
          id: 'sendGuardianCode',
          summary: 'Send a one-time code to the guardian’s phone',
          permission: 'guardian.consent',
          params: GuardianParams,
          answer: [202, CodeSent],
          errors: [
            peopleErrors.guardianConsented,
            sessionErrors.tooManyCodes,
            sessionErrors.waitForTurn,
            sessionErrors.notDelivered,
          ],
        },
        (request, { params }, context) => guardians.sendCode(request, params.token, requesterOf(context)),
      ),
    )
    .post(
      '/guardian-consents/:token',
      command(
        {
          id: 'consentAsGuardian',
          summary: 'A guardian consents, with the code that came to their phone',
          permission: 'guardian.consent',
          params: GuardianParams,
          body: GuardianAnswer,
          answer: [200, GuardianAnswered],
          errors: [peopleErrors.guardianConsented, sessionErrors.codeWrong, sessionErrors.codeExpired],
        },
        (request, { params, body }) => guardians.answer(request, params.token, body),
      ),
    )
    .post(
      '/volunteers/on-paper',
      command(
        {
          id: 'registerOnPaper',
          summary: 'Register a person from a signed form; she confirms it on her own phone',
          permission: 'volunteer.registerOnPaper',
          body: PaperRegistration,
          faultsOfBody: (sent, now) => faultsOnPaper(sent, dayOf(now)),
          answer: [201, Registered],
          errors: [placeErrors.unknown, peopleErrors.documentKnown, peopleErrors.mobileKnown, ...choosingSkills],
        },
        (request, { body }) => paper.register(request, body),
      ),
    )
    .post(
      '/volunteers/me/confirmation',
      command(
        {
          id: 'confirmOwnRegistration',
          summary: 'Confirm a registration that was taken down on paper, with consents of one’s own',
          permission: 'volunteer.confirmOwn',
          body: Confirmation,
          answer: [200, Moved],
          errors: [peopleErrors.notUnconfirmed],
        },
        (request, { body }) => paper.confirm(request, body),
      ),
    )
    .get(
      '/volunteers/me/details',
      query(
        {
          id: 'readOwnDetails',
          summary: 'Own skills, languages, free time, emergency contact and insurance',
          permission: 'volunteer.changeOwn',
          answer: [200, OwnDetails],
        },
        (request) => details.readOwn(request),
      ),
    )
    .put(
      '/volunteers/me/details',
      command(
        {
          id: 'changeOwnDetails',
          summary: 'Change them, all at once',
          permission: 'volunteer.changeOwn',
          body: DetailsChange,
          answer: [200, z.object({ version: z.int() })],
          errors: [peopleErrors.detailsChanged, ...choosingSkills],
        },
        (request, { body }) => details.changeOwn(request, body),
      ),
    );
}
