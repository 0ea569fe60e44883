import type { FigureRow, FiguresFile, FiguresQuery, MonthFigures } from '@kaifong/shared/care/figures/figures.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import type { Page } from '@kaifong/shared/kernel/paging.ts';
import { isWithin } from '@kaifong/shared/organisation/scope.ts';
import type * as z from 'zod';
import type { Request } from '../../platform/request.ts';
import type { CareDeps } from '../deps.ts';
import { PublishedMonth, publishedMonths } from './figures.table.ts';
import { figuresCsv } from './figures-file.ts';

/** Reading what was published; nobody reads a count that was kept back. */
export function figuresService({ table }: CareDeps) {
  const forPlace = (place: string) => (month: MonthFigures) => ({
    month: month.month,
    publishedAt: month.publishedAt,
    rows: month.rows.filter((row: FigureRow) => isWithin(row.place, place) || isWithin(place, row.place)),
  });

  return {
    /** The figures of a place and of its district, the latest month first. @throws AppError platform.notAllowed */
    async list({ actor }: Request, { place, ...paging }: z.output<typeof FiguresQuery>): Promise<Page<MonthFigures>> {
      actor.mustReach('care.readFigures', { scope: place });
      const page = await table.query(PublishedMonth, publishedMonths, { ...paging, newestFirst: true });
      return { ...page, items: page.items.map(forPlace(place)) };
    },

    /** All of them for a spreadsheet, ten years at most, a line for each month and place. */
    async file({ actor }: Request, place: string, language: Language): Promise<z.output<typeof FiguresFile>> {
      actor.mustReach('care.readFigures', { scope: place });
      const months = await table.query(PublishedMonth, publishedMonths, { limit: 120, newestFirst: true });
      return figuresCsv(place, months.items.map(forPlace(place)), language);
    },
  };
}
