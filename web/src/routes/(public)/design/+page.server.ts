import { demoCommunities } from '@kaifong/shared/demo/communities.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { streetOf } from '@kaifong/shared/organisation/scope.ts';
import { streets } from '@kaifong/shared/organisation/streets.ts';
import { error } from '@sveltejs/kit';
import { qrPicture } from '#lib/components/qr-picture.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm } from '#lib/forms/submitted-form.ts';
import { m } from '#paraglide/messages.js';
import { KAIFONG_DEMO } from '$app/env/private';
import type { Actions, PageServerLoad } from './$types';

/** A page for those who build the site. Where people do real work it is not there. */
function onlyInTheDemo(): void {
  if (!KAIFONG_DEMO) error(404, { message: m.errors_notFound() });
}

export const load: PageServerLoad = ({ locals, url }) => {
  onlyInTheDemo();
  const { locale } = locals;
  const communities = Map.groupBy(demoCommunities(1), ({ scope }) => streetOf(scope));
  return {
    places: streets.map(({ scope, name }) => ({
      value: scope,
      label: name[locale],
      children: (communities.get(scope) ?? []).map((community) => ({
        value: community.scope,
        label: community.name[locale],
      })),
    })),
    code: qrPicture(`${url.origin}/check-in/design`),
  };
};

export const actions: Actions = {
  default: async (event) => {
    onlyInTheDemo();
    const form = await readForm(event);
    const name = form.text('name');
    if (name !== '') return { sent: name };
    const { code, say } = platformErrors.invalidInput;
    const fields = [{ path: 'name', message: m.design_nameError() }];
    return problemToFail({ status: 400, code, detail: say[event.locals.locale], fields }, form);
  },
};
