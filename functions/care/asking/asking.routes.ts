import {
  Asking,
  AskingQuestions,
  AskingReceived,
  AskingStanding,
  ReturnAnswers,
  ReturnDanger,
  ReturnKey,
} from '@kaifong/shared/care/asking/asking.ts';
import { careErrors } from '@kaifong/shared/care/errors.ts';
import { CaseStanding, DeskQuery } from '@kaifong/shared/care/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command } from '../../platform/operation.ts';
import { networkAsking } from '../cases/tries.ts';
import type { Care } from '../index.ts';

/** Asking by the web, and how what was asked gets into a social worker's hands. No receipt is kept of what a stranger asks or reads. */
export function askingRoutes({ asking, selfScreening, claims }: Care) {
  return new Hono<ApiEnv>()
    .post(
      '/askings',
      command(
        {
          id: 'askForSupport',
          summary: 'Ask for support under an alias, without an account; danger calls the people on call at once',
          permission: 'care.ask',
          body: Asking,
          answer: [201, AskingReceived],
          errors: [careErrors.tooManyTries],
          receipt: false,
        },
        (request, { body }, context) => asking.ask(request, body, networkAsking(context)),
      ),
    )
    .post(
      '/askings/standing',
      command(
        {
          id: 'readAsking',
          summary: 'Where one’s request stands, for whoever has its return code and word',
          permission: 'care.ask',
          body: ReturnKey,
          answer: [200, AskingStanding],
          errors: [careErrors.noSuchReturn, careErrors.tooManyTries],
          receipt: false,
        },
        (request, { body }, context) => asking.standing(request, body, networkAsking(context)),
      ),
    )
    .post(
      '/askings/danger',
      command(
        {
          id: 'tellDanger',
          summary: 'Say that there is danger now: the people on call are called',
          permission: 'care.ask',
          body: ReturnDanger,
          answer: [200, AskingStanding],
          errors: [careErrors.noSuchReturn, careErrors.tooManyTries, careErrors.changedMeanwhile],
          receipt: false,
        },
        (request, { body: { contact, ...key } }, context) =>
          asking.danger(request, key, contact, networkAsking(context)),
      ),
    )
    .post(
      '/askings/questions',
      command(
        {
          id: 'readQuestions',
          summary: 'What one may be asked, and what of it is still open, for whoever has the return code and word',
          permission: 'care.ask',
          body: ReturnKey,
          answer: [200, AskingQuestions],
          errors: [careErrors.noSuchReturn, careErrors.tooManyTries],
          receipt: false,
        },
        (request, { body }, context) => selfScreening.read(request, body, networkAsking(context)),
      ),
    )
    .post(
      '/askings/answers',
      command(
        {
          id: 'answerQuestions',
          summary: 'Answer questions by oneself, also some of them only; danger calls the people on call at once',
          permission: 'care.ask',
          body: ReturnAnswers,
          answer: [200, AskingQuestions],
          errors: [
            careErrors.noSuchReturn,
            careErrors.tooManyTries,
            careErrors.noMoreQuestions,
            careErrors.changedMeanwhile,
          ],
          receipt: false,
        },
        (request, { body: { code, word, ...answers } }, context) =>
          selfScreening.answer(request, { code, word }, answers, networkAsking(context)),
      ),
    )
    .post(
      '/askings/withdrawal',
      command(
        {
          id: 'withdrawAsking',
          summary: 'Stop what one asked for',
          permission: 'care.ask',
          body: ReturnKey,
          answer: [200, AskingStanding],
          errors: [careErrors.noSuchReturn, careErrors.tooManyTries, careErrors.lookedFor, careErrors.changedMeanwhile],
          receipt: false,
        },
        (request, { body }, context) => asking.withdraw(request, body, networkAsking(context)),
      ),
    )
    .post(
      '/queue/next',
      command(
        {
          id: 'takeNextAsking',
          summary: 'Take in hand what came by the web and is next in line; nobody chooses whom',
          permission: 'care.takeRequest',
          body: DeskQuery,
          answer: [200, CaseStanding],
          errors: [careErrors.nobodyWaits],
        },
        (request, { body }) => claims.next(request, body.place),
      ),
    );
}
