import { sessionErrors } from '@kaifong/shared/identity/errors.ts';
import {
  DeskCodeRequest,
  DeskMobileChange,
  DeskMobileParams,
  MobileChange,
  MobileChanged,
  MobileCodeRequest,
  MobileCodeSent,
} from '@kaifong/shared/people/mobile/mobile-change.ts';
import { mobileErrors } from '@kaifong/shared/people/mobile/mobile-errors.ts';
import { Hono } from 'hono';
import { requesterOf, sessionTokenOf } from '../../identity/index.ts';
import type { ApiEnv } from '../../platform/kit.ts';
import { command } from '../../platform/operation.ts';
import type { People } from '../index.ts';

const atSending = [mobileErrors.same, sessionErrors.tooManyCodes, sessionErrors.notDelivered];
const atChanging = [sessionErrors.codeWrong, sessionErrors.codeExpired, mobileErrors.same, mobileErrors.known];
const atDesk = [mobileErrors.own, mobileErrors.holdsOffice, mobileErrors.notServing];

/** Changing the mobile number by which somebody signs in. */
export function mobileRoutes({ mobiles }: Pick<People, 'mobiles'>) {
  return new Hono<ApiEnv>()
    .post(
      '/mobile-changes/codes',
      command(
        {
          id: 'sendMobileChangeCode',
          summary: 'Send a code to the new phone, or to the one that the account has now',
          permission: 'mobile.changeOwn',
          body: MobileCodeRequest,
          answer: [202, MobileCodeSent],
          errors: atSending,
        },
        (request, { body }, context) => mobiles.sendCode(request, body, requesterOf(context)),
      ),
    )
    .post(
      '/mobile-changes',
      command(
        {
          id: 'changeOwnMobile',
          summary: 'Change the own mobile number with a code from each phone; all other sessions end',
          permission: 'mobile.changeOwn',
          body: MobileChange,
          answer: [200, MobileChanged],
          errors: atChanging,
        },
        (request, { body }, context) => mobiles.changeOwn(request, body, sessionTokenOf(context)),
      ),
    )
    .post(
      '/volunteers/:volunteerId/mobile-change/codes',
      command(
        {
          id: 'sendDeskMobileCode',
          summary: 'Send a code to the new phone of a person who stands at the desk',
          permission: 'mobile.changeAtDesk',
          params: DeskMobileParams,
          body: DeskCodeRequest,
          answer: [202, MobileCodeSent],
          errors: [...atSending, ...atDesk],
        },
        (request, { params, body }, context) =>
          mobiles.sendCodeAtDesk(request, params.volunteerId, body, requesterOf(context)),
      ),
    )
    .post(
      '/volunteers/:volunteerId/mobile-change',
      command(
        {
          id: 'changeMobileAtDesk',
          summary:
            'Change the number of a person whose old phone is gone, on the document that was seen; the audit keeps why',
          permission: 'mobile.changeAtDesk',
          params: DeskMobileParams,
          body: DeskMobileChange,
          answer: [200, MobileChanged],
          errors: [...atChanging, ...atDesk],
        },
        (request, { params, body }) => mobiles.changeAtDesk(request, params.volunteerId, body),
      ),
    );
}
