import type { Language } from '@kaifong/shared/kernel/language.ts';
import { dayOf } from '@kaifong/shared/kernel/time.ts';
import { kindOf } from '@kaifong/shared/organisation/scope.ts';
import {
  type ExportQuery,
  exportColumns,
  exportFilenames,
  type PeopleFile,
} from '@kaifong/shared/people/finding/export-schema.ts';
import { spokenLanguages } from '@kaifong/shared/people/languages.ts';
import { maskName } from '@kaifong/shared/people/mask.ts';
import { documentKindNames } from '@kaifong/shared/people/registration/document-kinds.ts';
import type * as z from 'zod';
import { byteOrderMark, csvLine } from '../../platform/csv-line.ts';
import type { Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import type { PeopleDeps } from '../deps.ts';
import { Volunteer } from '../people.table.ts';
import type { Skills } from '../skills/skill-catalogue.ts';
import type { volunteerService } from '../volunteer.service.ts';

/** Volunteers on a page of the file: each page is one read. */
const perPage = 100;

/** The people of a branch as a file for a spreadsheet. */
export function exportService(
  { table, identity, organisation }: PeopleDeps,
  { summaryOf }: Pick<ReturnType<typeof volunteerService>, 'summaryOf'>,
  catalogue: Pick<Skills, 'all'>,
) {
  return {
    /**
     * A page of a CSV file with the volunteers of a place and all below it in a state, names and documents under a mask. The pages one after
     * the other are the file. That it was made is in the audit; without that line there is no first page.
     *
     * @throws AppError platform.notAllowed, platform.cursorInvalid
     */
    async page(
      request: Request,
      { place, state, cursor }: z.output<typeof ExportQuery>,
      language: Language,
    ): Promise<z.output<typeof PeopleFile>> {
      const { actor, now } = request;
      actor.mustReach('volunteer.export', { scope: place });
      if (!cursor) {
        const who = { ...request, idempotencyKey: crypto.randomUUID() };
        await transact(table.client, { audit: identity.accounts.audit(who, 'volunteer.export', `${place} ${state}`) });
      }
      const page = await table.query(Volunteer, `VOLUNTEERS#${state}`, {
        index: 'byPlaceAndState',
        range: { beginsWith: kindOf(place) === 'community' ? `${place}#` : `${place}/` },
        limit: perPage,
        cursor,
      });
      const skills = await catalogue.all(now);
      const names = await communityNames(page.items.map(({ community }) => community));
      const lines = await Promise.all(
        page.items.map(async (volunteer) => {
          const {
            number,
            name,
            document,
            community,
            skills: held,
            languages,
            registeredAt,
          } = await summaryOf(volunteer);
          return csvLine([
            number,
            maskName(name),
            documentKindNames[document.kind][language],
            document.number,
            names.get(community) ?? community,
            held.map((skill) => skills.get(skill)?.name[language] ?? skill).join('、'),
            languages.map((spoken) => spokenLanguages[spoken][language]).join('、'),
            dayOf(registeredAt),
          ]);
        }),
      );
      const heading = cursor ? '' : byteOrderMark + csvLine(exportColumns.map((column) => column[language]));
      return {
        filename: `${exportFilenames[language]}-${dayOf(now)}.csv`,
        csv: heading + lines.join(''),
        ...(page.cursor && { cursor: page.cursor }),
      };
    },
  };

  async function communityNames(scopes: readonly string[]): Promise<Map<string, string>> {
    const places = await Promise.all([...new Set(scopes)].map((scope) => organisation.mustFindPlace(scope)));
    return new Map(places.map(({ scope, name }) => [scope, name]));
  }
}
