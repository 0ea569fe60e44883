import { FiguresFile, FiguresFileQuery, FiguresQuery, MonthFigures } from '@kaifong/shared/care/figures/figures.ts';
import { languageFrom } from '@kaifong/shared/kernel/language.ts';
import { Page } from '@kaifong/shared/kernel/paging.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { query } from '../../platform/operation.ts';
import type { Care } from '../index.ts';

/** Service figures, month by month. */
export function figuresRoutes({ figures }: Care) {
  return new Hono<ApiEnv>()
    .get(
      '/figures',
      query(
        {
          id: 'readCareFigures',
          summary:
            'Service figures of a place and its district by month, as published: counts of one to seven people are kept back',
          permission: 'care.readFigures',
          query: FiguresQuery,
          answer: [200, Page(MonthFigures)],
        },
        (request, { query }) => figures.list(request, query),
      ),
    )
    .get(
      '/figures/file',
      query(
        {
          id: 'readCareFiguresFile',
          summary: 'The same for a spreadsheet, a line for each month and place',
          permission: 'care.readFigures',
          query: FiguresFileQuery,
          answer: [200, FiguresFile],
        },
        (request, { query }, context) =>
          figures.file(request, query.place, languageFrom(context.req.header('accept-language'))),
      ),
    );
}
