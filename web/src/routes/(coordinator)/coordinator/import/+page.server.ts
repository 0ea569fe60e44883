import { mostRowsAtOnce } from '@kaifong/shared/people/import-schema.ts';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf } from '#lib/api/outcome.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, SubmittedForm } from '#lib/forms/submitted-form.ts';
import { ownPlaces } from '#lib/places/own-places.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';
import { columnGuide } from './column-guide.ts';
import { mostBytes, readUploadedList } from './uploaded-list.ts';

export const load: PageServerLoad = async (event) => {
  const branches = branchesOf(event.locals.me, 'coordinator');
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  return {
    place,
    places: await ownPlaces(event, branches, place),
    columns: columnGuide(event.locals.locale),
    mostPeople: mostRowsAtOnce,
  };
};

/** As long as a gateway waits: a list of thousands takes its time. */
const importPatience = 29_000;

const fileFaults = {
  missing: m.coordinator_fileMissing,
  tooLarge: m.coordinator_fileTooLarge,
  spreadsheet: m.coordinator_fileIsSpreadsheet,
  noText: m.coordinator_fileIsNoText,
} as const;

function fileRefused(reason: keyof typeof fileFaults, form: SubmittedForm) {
  const fields = [{ path: 'file', message: fileFaults[reason]() }];
  return problemToFail({ status: 400, code: `site.file.${reason}`, detail: m.coordinator_fileRefused(), fields }, form);
}

export const actions: Actions = {
  default: async (event) => {
    // A file far too large is refused before it has been read; the form around it is then not known.
    if (Number(event.request.headers.get('content-length')) > mostBytes + 100_000) {
      const unread = new FormData();
      unread.set('formId', 'import');
      return fileRefused('tooLarge', new SubmittedForm(unread));
    }
    const form = await readForm(event);
    const list = await readUploadedList(form.file('file'));
    if (!list.ok) return fileRefused(list.reason, form);
    const outcome = await outcomeOf(
      api(event, form.idempotencyKey, importPatience).api['volunteer-imports'].$post({
        json: { place: form.text('place'), csv: list.csv },
      }),
    );
    if (!outcome.ok) {
      const { problem } = outcome;
      const isSlow = problem.code === 'site.apiUnreachable';
      return problemToFail(isSlow ? { ...problem, detail: m.coordinator_importSlow() } : problem, form);
    }
    redirect(303, `/coordinator/import/${outcome.body.importId}`);
  },
};
