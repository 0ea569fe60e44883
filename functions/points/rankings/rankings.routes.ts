import { Ranking, RankingQuery, TeamsOfMonth, TeamsQuery } from '@kaifong/shared/points/ranking/ranking.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { query } from '../../platform/operation.ts';
import type { Points } from '../index.ts';

/** Who served most, as far as people consented to be named. */
export function rankingRoutes({ rankings }: Pick<Points, 'rankings'>) {
  return new Hono<ApiEnv>()
    .get(
      '/rankings',
      query(
        {
          id: 'readRanking',
          summary:
            'Who served most in a team or a place, in a month or ever, of those who consented; and your own place',
          permission: 'ranking.browse',
          query: RankingQuery,
          answer: [200, Ranking],
        },
        (request, { query }) => rankings.read(request, query),
      ),
    )
    .get(
      '/rankings/teams',
      query(
        {
          id: 'listTeamsOfMonth',
          summary: 'The teams whose people served most in a month',
          permission: 'ranking.browse',
          query: TeamsQuery,
          answer: [200, TeamsOfMonth],
        },
        (request, { query }) => rankings.teams(request, query.month),
      ),
    );
}
