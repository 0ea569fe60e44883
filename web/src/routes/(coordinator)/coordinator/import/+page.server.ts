import { importAims, mostBytes, mostMegabytes, mostRows } from '@kaifong/shared/people/importing/import-schema.ts';
import { error, redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, SubmittedForm } from '#lib/forms/submitted-form.ts';
import { ownPlaces } from '#lib/places/own-places.server.ts';
import { namesOf } from '#lib/places/places.server.ts';
import { branchesOf, placeWithin } from '#lib/session/branches.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';
import { columnGuide } from './column-guide.ts';
import { earlyRefusal, uploadList } from './upload.server.ts';

export const load: PageServerLoad = async (event) => {
  const branches = branchesOf(event.locals.me, 'coordinator');
  const place = placeWithin(branches, event.url.searchParams.get('place'));
  if (!place) error(403, { message: m.errors_forbidden(), code: 'site.wrongRole' });
  const query = { limit: '10', ...pageQuery(event.url), place };
  const [places, past] = await Promise.all([
    ownPlaces(event, branches, place),
    read(api(event).api['volunteer-imports'].$get({ query })),
  ]);
  const names = await namesOf(event, [...new Set(past.items.map(({ place }) => place))]);
  return {
    place,
    places,
    past: {
      cursor: past.cursor,
      items: past.items.map((item) => ({ ...item, placeName: names.get(item.place) ?? item.place })),
    },
    columns: columnGuide(event.locals.locale),
    mostRows,
    mostMegabytes,
  };
};

function fileRefused(message: string, form: SubmittedForm, code = 'site.file') {
  const fields = [{ path: 'file', message }];
  return problemToFail({ status: 400, code, detail: m.coordinator_fileRefused(), fields }, form);
}

export const actions: Actions = {
  default: async (event) => {
    const tooLarge = () => m.coordinator_fileTooLarge({ megabytes: mostMegabytes });
    // A file far too large is refused before it has been read; the form around it is then not known.
    if (Number(event.request.headers.get('content-length')) > mostBytes + 100_000) {
      const unread = new FormData();
      unread.set('formId', 'import');
      return fileRefused(tooLarge(), new SubmittedForm(unread));
    }
    const form = await readForm(event);
    const file = form.file('file');
    if (!file) return fileRefused(m.coordinator_fileMissing(), form);
    if (file.size > mostBytes) return fileRefused(tooLarge(), form);
    const aim = importAims.find((aim) => aim === form.text('aim')) ?? 'check';
    const outcome = await uploadList(event, { file, place: form.text('place'), aim, key: form.idempotencyKey });
    if (!outcome.ok) {
      const { code, detail } = outcome.problem;
      return code.startsWith('import.') ? fileRefused(detail, form, code) : problemToFail(outcome.problem, form);
    }
    const { importId } = outcome.body;
    const refusal = await earlyRefusal(event, importId);
    if (refusal !== undefined) return fileRefused(refusal, form);
    redirect(303, `/coordinator/import/${importId}`);
  },
};
