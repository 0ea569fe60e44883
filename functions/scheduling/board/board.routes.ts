import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { Page } from '@kaifong/shared/kernel/paging.ts';
import {
  Board,
  BoardFile,
  BoardInvitation,
  BoardMessage,
  BoardMove,
  BoardOption,
  BoardOptionsQuery,
  BoardQuery,
  Invited,
  MessageSent,
} from '@kaifong/shared/scheduling/board/board.ts';
import { boardErrors } from '@kaifong/shared/scheduling/board/board-errors.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { Scheduling } from '../index.ts';

/** A team's week as its leader plans it. */
export function boardRoutes({ boards, boardMoves }: Pick<Scheduling, 'boards' | 'boardMoves'>) {
  return new Hono<ApiEnv>()
    .get(
      '/boards',
      query(
        {
          id: 'readBoard',
          summary: 'The week of a team: every shift, who is in it, who was asked, and how many could be',
          permission: 'shift.manage',
          query: BoardQuery,
          answer: [200, Board],
        },
        (request, { query }) => boards.read(request, query),
      ),
    )
    .get(
      '/boards/options',
      query(
        {
          id: 'listBoardOptions',
          summary: 'Where in the week somebody could go instead, and what speaks against each shift',
          permission: 'shift.manage',
          query: BoardOptionsQuery,
          answer: [200, Page(BoardOption)],
        },
        (request, { query }, context) =>
          boards.options(request, query, languageFrom(context.req.header('accept-language'))),
      ),
    )
    .get(
      '/boards/file',
      query(
        {
          id: 'readBoardFile',
          summary: 'The week of a team for a spreadsheet, a line for each place',
          permission: 'shift.manage',
          query: BoardQuery,
          answer: [200, BoardFile],
        },
        (request, { query }, context) =>
          boards.file(request, query, languageFrom(context.req.header('accept-language'))),
      ),
    )
    .post(
      '/boards/moves',
      command(
        {
          id: 'askToMove',
          summary: 'Ask somebody to leave a shift for another; she keeps her place until she accepts',
          permission: 'shift.manage',
          body: BoardMove,
          answer: [201, Invited],
          errors: [boardErrors.otherTeam, boardErrors.notThere, boardErrors.cannotServe, boardErrors.full],
        },
        (request, { body }) => boardMoves.move(request, body),
      ),
    )
    .post(
      '/boards/invitations',
      command(
        {
          id: 'inviteToShift',
          summary: 'Ask the members who fit a shift, or the one who is named',
          permission: 'shift.manage',
          body: BoardInvitation,
          answer: [201, Invited],
          errors: [boardErrors.full, boardErrors.nobodyFits, boardErrors.cannotServe],
        },
        (request, { body }) => boardMoves.invite(request, body),
      ),
    )
    .post(
      '/boards/messages',
      command(
        {
          id: 'messageShift',
          summary: 'Write to all who have a place in a shift',
          permission: 'shift.manage',
          body: BoardMessage,
          answer: [201, MessageSent],
          errors: [boardErrors.nobodyThere],
        },
        (request, { body }) => boardMoves.message(request, body),
      ),
    );
}
