import type { AmendmentForOther } from '@kaifong/shared/attendance/amendments/schema.ts';
import { day, dayOf, type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { mostBytes, mostMegabytes } from '@kaifong/shared/people/certificates/certificate-limits.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Problem } from '#lib/api/problem.ts';
import { uploadFile } from '#lib/certificates/upload.server.ts';
import { problemOf } from '#lib/forms/faults.ts';
import { SubmittedForm } from '#lib/forms/submitted-form.ts';
import { instantOn } from '#lib/leader/wall-clock.ts';
import { m } from '#paraglide/messages.js';

type Claim = Omit<AmendmentForOther, 'volunteerId'>;
type Read = Readonly<{ ok: true; claim: Claim } | { ok: false; problem: Problem }>;
type Shift = Readonly<{ shiftId: string; startsAt: Instant; endsAt: Instant }>;

/** A form whose file is far too large is refused before it has been read; what else was typed is then not known. */
export function tooLarge(
  event: RequestEvent,
  formId: string,
): Readonly<{ form: SubmittedForm; problem: Problem }> | undefined {
  if (Number(event.request.headers.get('content-length')) <= mostBytes + 100_000) return undefined;
  const unread = new FormData();
  unread.set('formId', formId);
  return {
    form: new SubmittedForm(unread),
    problem: about('file', m.certificates_fileTooLarge({ megabytes: mostMegabytes })),
  };
}

/** What a form claims for a shift, with its file uploaded. */
export async function claimFrom(event: RequestEvent, form: SubmittedForm, shift: Shift): Promise<Read> {
  const { locale } = event.locals;
  const [from, until] = [clockIn(shift, form.text('from')), clockIn(shift, form.text('until'))];
  const faults = [
    ...(from ? [] : [{ path: 'from', code: 'field.required' as const }]),
    ...(until ? [] : [{ path: 'until', code: 'field.required' as const }]),
  ];
  if (!from || !until) return { ok: false, problem: problemOf(faults, locale) };
  const file = form.file('file');
  if (!file) return { ok: false, problem: about('file', m.amendments_fileMissing()) };
  const uploaded = await uploadFile(event, file, form.idempotencyKey);
  if (!uploaded.ok) return { ok: false, problem: refusalOf(uploaded.problem) };
  const evidence = form.text('evidence') as Claim['evidence'];
  const { uploadId } = uploaded.body;
  return { ok: true, claim: { shiftId: shift.shiftId, from, until, evidence, uploadId, words: form.text('words') } };
}

/** A refusal at the field that it is about. */
export function refusalOf(problem: Problem): Problem {
  const path = problem.code.startsWith('certificate.') ? 'file' : fieldOf[problem.code];
  return path ? { ...problem, fields: [{ path, message: problem.detail }] } : problem;
}

const fieldOf: Readonly<Record<string, string>> = {
  'amendment.outsideShift': 'from',
  'amendment.notSignedUp': 'volunteerId',
  'amendment.alreadyOpen': 'volunteerId',
  'amendment.ownHours': 'volunteerId',
};

function about(path: string, message: string): Problem {
  return { status: 400, code: 'site.file', detail: message, fields: [{ path, message }] };
}

/** A clock within a shift, which may go over midnight. */
function clockIn({ startsAt }: Shift, clock: string): Instant | undefined {
  const at = instantOn(dayOf(startsAt), clock);
  return at && at < startsAt ? shiftBy(at, day) : at;
}
