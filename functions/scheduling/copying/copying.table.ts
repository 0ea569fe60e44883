import { Id } from '@kaifong/shared/kernel/ids.ts';
import { Template } from '@kaifong/shared/scheduling/copying/copying.ts';
import * as z from 'zod';
import { itemType } from '../../platform/item-type.ts';

/*
 * Access patterns of templates and copied weeks, in the scheduling table
 *
 *   the templates of a team                              TEMPLATES#<team>       <id>
 *   that a shift was made again in a week                COPY#<shift>           <week>
 *
 * That a shift was copied is written in one transaction with its copy: a week that is copied twice is there once.
 */

export const TemplateItem = itemType({
  entity: 'shiftTemplate',
  schema: Template,
  key: ({ teamScope, id }: { teamScope: string; id: string }) => ({ pk: `TEMPLATES#${teamScope}`, sk: id }),
});

export const CopyItem = itemType({
  entity: 'shiftCopy',
  schema: z.object({ from: Id('shift'), week: z.string(), shiftId: Id('shift') }),
  key: ({ from, week }: { from: string; week: string }) => ({ pk: `COPY#${from}`, sk: week }),
});
