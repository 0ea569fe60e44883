import { dayOf, toInstant } from '@kaifong/shared/kernel/time.ts';
import { mostBytes, mostMegabytes } from '@kaifong/shared/people/certificates/certificate-limits.ts';
import { certificateStateNames } from '@kaifong/shared/people/certificates/certificate-moves.ts';
import type { CertificateView } from '@kaifong/shared/people/certificates/certificate-schema.ts';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/api/client.server.ts';
import { outcomeOf, read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import type { Problem } from '#lib/api/problem.ts';
import { certificateIn } from '#lib/certificates/certificate-form.ts';
import { uploadFile } from '#lib/certificates/upload.server.ts';
import { problemToFail } from '#lib/forms/failure.ts';
import { readForm, SubmittedForm } from '#lib/forms/submitted-form.ts';
import { skillWords } from '#lib/people/skills.server.ts';
import { m } from '#paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

/** The own certificates and trainings, and what can be handed in. */
export const load: PageServerLoad = async (event) => {
  const { me, locale } = event.locals;
  if (!me?.volunteerId) redirect(303, '/account');
  const client = api(event).api;
  const [{ items: kinds }, own, skills] = await Promise.all([
    read(client.qualifications.$get()),
    read(client.volunteers.me.certificates.$get({ query: { limit: '20', ...pageQuery(event.url) } })),
    skillWords(event),
  ]);
  const shown = ({ certificateId, kindName, opens, state, file, ...rest }: CertificateView) => ({
    ...{ certificateId, state, file, reason: rest.reason, issuedOn: rest.issuedOn, expiresOn: rest.expiresOn },
    isTraining: rest.proof === 'training',
    name: kindName[locale],
    opens: skills.names(opens),
    stateName: certificateStateNames[state][locale],
  });
  return {
    mostMegabytes,
    today: dayOf(toInstant(Date.now())),
    kinds: kinds
      .filter(({ proof, retired }) => proof === 'certificate' && !retired)
      .map(({ code, name }) => ({ value: code, label: name[locale] })),
    certificates: own.items.map(shown),
    cursor: own.cursor,
  };
};

/** Which field each refusal is about. */
const fieldOf: Readonly<Record<string, string>> = {
  'certificate.unknownKind': 'kind',
  'certificate.alreadyWaiting': 'kind',
  'certificate.expired': 'issuedOn',
  'certificate.tooMany': 'file',
  'certificate.tooLarge': 'file',
  'certificate.empty': 'file',
  'certificate.wrongType': 'file',
  'certificate.broken': 'file',
  'certificate.notPlain': 'file',
  'certificate.incomplete': 'file',
};

function refused(problem: Problem, form: SubmittedForm) {
  const path = fieldOf[problem.code];
  return problemToFail(path ? { ...problem, fields: [{ path, message: problem.detail }] } : problem, form);
}

function fileRefused(message: string, form: SubmittedForm) {
  const fields = [{ path: 'file', message }];
  return problemToFail({ status: 400, code: 'site.file', detail: m.certificates_fileRefused(), fields }, form);
}

export const actions: Actions = {
  submit: async (event) => {
    // A file far too large is refused before it has been read; the form around it is then not known.
    if (Number(event.request.headers.get('content-length')) > mostBytes + 100_000) {
      const unread = new FormData();
      unread.set('formId', 'certificate');
      return fileRefused(m.certificates_fileTooLarge({ megabytes: mostMegabytes }), new SubmittedForm(unread));
    }
    const form = await readForm(event);
    const key = form.idempotencyKey;
    let uploadId = form.text('uploadId');
    if (uploadId === '') {
      const file = form.file('file');
      if (!file) return fileRefused(m.certificates_fileMissing(), form);
      const uploaded = await uploadFile(event, file, key);
      if (!uploaded.ok) return refused(uploaded.problem, form);
      uploadId = uploaded.body.uploadId;
    }
    const json = certificateIn(form, uploadId);
    const outcome = await outcomeOf(api(event, key).api.volunteers.me.certificates.$post({ json }));
    return outcome.ok ? { news: m.certificates_submitted() } : refused(outcome.problem, form);
  },

  withdraw: async (event) => {
    const form = await readForm(event);
    const param = { certificateId: form.text('certificateId') };
    const own = api(event, form.idempotencyKey).api.volunteers.me.certificates[':certificateId'];
    const outcome = await outcomeOf(own.withdrawal.$post({ param }));
    return outcome.ok ? { news: m.certificates_withdrawn() } : problemToFail(outcome.problem, form);
  },
};
