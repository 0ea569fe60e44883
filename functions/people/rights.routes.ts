import { Done } from '@kaifong/shared/identity/schema.ts';
import { rightsErrors } from '@kaifong/shared/people/rights-errors.ts';
import { Closure, ConsentChange, OwnRights } from '@kaifong/shared/people/rights-schema.ts';
import { Consent } from '@kaifong/shared/people/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../platform/kit.ts';
import { command, query } from '../platform/operation.ts';
import type { People } from './index.ts';

/** What a person decides about her own data (个人信息保护法 arts. 15, 44–47). */
export function rightsRoutes({ rights, closures }: Pick<People, 'rights' | 'closures'>) {
  return new Hono<ApiEnv>()
    .get(
      '/rights',
      query(
        {
          id: 'readOwnRights',
          summary: 'How the own consents stand, and whether the account is about to be closed',
          permission: 'rights.exercise',
          answer: [200, OwnRights],
        },
        (request) => rights.read(request),
      ),
    )
    .post(
      '/rights/consents',
      command(
        {
          id: 'changeConsent',
          summary: 'Give or withdraw a consent; withdrawing one that volunteering needs ends the registration',
          permission: 'volunteer.consent',
          body: ConsentChange,
          answer: [200, Consent],
          errors: [rightsErrors.asItWas, rightsErrors.notAsked, rightsErrors.guardianGives, rightsErrors.documentGone],
        },
        (request, { body }) => rights.changeConsent(request, body),
      ),
    )
    .post(
      '/rights/closure',
      command(
        {
          id: 'askToCloseAccount',
          summary: 'Ask for the own account to be closed; it is after seven working days',
          permission: 'rights.exercise',
          answer: [201, Closure],
          errors: [rightsErrors.closureKnown],
        },
        (request) => closures.ask(request),
      ),
    )
    .delete(
      '/rights/closure',
      command(
        {
          id: 'keepAccount',
          summary: 'Take the wish back to have the own account closed',
          permission: 'rights.exercise',
          answer: [200, Done],
          errors: [rightsErrors.noClosure],
        },
        (request) => closures.takeBack(request),
      ),
    );
}
