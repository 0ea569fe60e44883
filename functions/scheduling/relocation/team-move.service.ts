import { instantAt } from '@kaifong/shared/kernel/time.ts';
import type { teamStandsElsewhere } from '@kaifong/shared/people/events.ts';
import { transact } from '../../platform/transact.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import { TemplateItem } from '../copying/copying.table.ts';
import type { SchedulingDeps } from '../deps.ts';
import { ActivityItem, ShiftItem } from '../scheduling.table.ts';
import { SeriesItem } from '../series/series.table.ts';

/** Shifts or activities that are read at a time. */
const pageSize = 100;

/**
 * Lets what a team has planned go with it to its new path: its activities, series and templates, and its shifts from the day on. What was before keeps the old path,
 * and so do the records of it.
 */
export function teamMoveService({ table }: Pick<SchedulingDeps, 'table'>) {
  type Passage = ReturnType<typeof teamStandsElsewhere.read>;

  const moveShift = (id: string, { from, into }: Passage): Promise<true> =>
    untilSettled(async () => {
      const shift = await table.get(ShiftItem, { id });
      if (shift?.teamScope !== from) return true;
      const { version } = shift;
      const moved = { ...shift, teamScope: into, version: version + 1 };
      const outcome = await transact(table.client, { shift: table.put(ShiftItem, moved, { is: { version } }) });
      return outcome.committed || undefined;
    });

  const moveActivity = (id: string, { from, into }: Passage): Promise<true> =>
    untilSettled(async () => {
      const activity = await table.get(ActivityItem, { id });
      if (activity?.teamScope !== from) return true;
      const outcome = await transact(table.client, {
        activity: table.put(ActivityItem, { ...activity, teamScope: into }, { is: { teamScope: from } }),
      });
      return outcome.committed || undefined;
    });

  const moveSeries = (id: string, { from, into }: Passage): Promise<true> =>
    untilSettled(async () => {
      const series = await table.get(SeriesItem, { id });
      if (series?.teamScope !== from) return true;
      const outcome = await transact(table.client, {
        series: table.put(
          SeriesItem,
          { ...series, teamScope: into },
          { is: { teamScope: from, version: series.version } },
        ),
      });
      return outcome.committed || undefined;
    });

  async function moveTemplates({ from, into }: Passage): Promise<void> {
    const { items } = await table.query(TemplateItem, `TEMPLATES#${from}`, { limit: pageSize });
    for (const template of items) {
      await transact(table.client, {
        old: table.remove(TemplateItem, template, { present: true }),
        moved: table.put(TemplateItem, { ...template, teamScope: into }),
      });
    }
  }

  /** All ids of a list first, since what is moved leaves it. */
  async function idsOf(
    type: typeof ShiftItem | typeof ActivityItem | typeof SeriesItem,
    list: string,
    from?: string,
  ): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await table.query(type, list, {
        index: 'byTeam',
        ...(from && { range: { from, to: '~' } }),
        limit: pageSize,
        cursor,
      });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor);
    return ids;
  }

  return {
    async takeAlong(passage: Passage): Promise<void> {
      const { from, on } = passage;
      for (const id of await idsOf(ActivityItem, `ACTIVITIES#${from}`)) await moveActivity(id, passage);
      for (const id of await idsOf(SeriesItem, `SERIES#${from}`)) await moveSeries(id, passage);
      await moveTemplates(passage);
      for (const id of await idsOf(ShiftItem, `SHIFTS#${from}`, instantAt(on, '00:00'))) await moveShift(id, passage);
    },
  };
}
