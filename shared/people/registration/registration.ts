import * as z from 'zod';
import type { FieldFault } from '../../kernel/errors.ts';
import { faultsOf } from '../../kernel/field-messages.ts';
import { Day } from '../../kernel/time.ts';
import { parseMobile } from '../mobile/mobile.ts';
import { DocumentKind, Registration } from '../schema.ts';
import { ageOn, checkDocument, type DocumentFault } from './document.ts';

/** A registration that holds: its document number as it is stored, birth date and guardian settled. */
export type CheckedRegistration = Omit<Registration, 'birthDate' | 'guardian'> &
  Readonly<{
    birthDate: Day;
    isMinor: boolean;
    /** There for a minor, and for nobody else; the mobile number in E.164 form. */
    guardian?: Readonly<{
      name: string;
      mobile: string;
      /** What the guardian signed, where there is a signed form. */
      consents?: Readonly<{ consent: boolean; dataConsent: boolean }>;
    }>;
  }>;

export type RegistrationCheck = { ok: true; person: CheckedRegistration } | { ok: false; faults: FieldFault[] };

/**
 * How a guardian consents: `onPaper`, on a signed form that comes with the registration, or `byCode` beside it, so that nothing of it
 * stands in the registration.
 */
export type GuardianConsents = 'onPaper' | 'byCode';

const documentFaults: Record<DocumentFault, string> = {
  wrongForm: 'document.invalid',
  birthDateImpossible: 'document.birthDate',
  bornInFuture: 'document.birthDate',
  checkDigitWrong: 'document.checkDigit',
};

/**
 * Checks a registration as somebody sent it and tells all that is wrong at once, one fault at a field and in the order
 * of the fields: the form of each, and what only the whole and the day tell, which is the document number, the birth
 * date, and the guardian of a minor.
 *
 * Under 18 a guardian consents to the volunteering (house), under 14 also to the data (个人信息保护法 art. 31). Only a minor's
 * guardian is kept. The birth date in a document number wins over one that was typed.
 */
export function checkRegistration(
  sent: unknown,
  today: Day,
  guardianConsents: GuardianConsents = 'onPaper',
): RegistrationCheck {
  const form = Registration.safeParse(sent, { reportInput: true });
  const { documentNumber, birthDate, guardianMobile, ...whole } = readWhole(
    form.success ? form.data : Readable.parse(sent),
    today,
    guardianConsents,
  );
  const faults = onePerField([...(form.success ? [] : faultsOf(form.error)), ...whole.faults]);
  if (!form.success || faults.length > 0 || documentNumber === undefined || birthDate === undefined) {
    return { ok: false, faults };
  }
  const { guardian, ...rest } = form.data;
  const person = { ...rest, documentNumber, birthDate, isMinor: guardianMobile !== undefined };
  if (!guardian || guardianMobile === undefined) return { ok: true, person };
  const { name, consent, dataConsent } = guardian;
  const consents = guardianConsents === 'onPaper' ? { consent, dataConsent } : undefined;
  return { ok: true, person: { ...person, guardian: { name, mobile: guardianMobile, ...(consents && { consents }) } } };
}

/** What the check of the whole looks at. A field that cannot be read counts as empty: its form is at fault already. */
const Readable = z
  .object({
    documentKind: DocumentKind.optional().catch(undefined),
    documentNumber: z.string().catch(''),
    birthDate: Day.optional().catch(undefined),
    guardian: z
      .object({
        mobile: z.string().catch(''),
        consent: z.boolean().catch(false),
        dataConsent: z.boolean().catch(false),
      })
      .optional()
      .catch(undefined),
  })
  .catch({ documentNumber: '' });

/** The fields that depend on each other and on the day, as far as they hold; the mobile number is a minor's guardian's. */
type Whole = Readonly<{ faults: FieldFault[]; documentNumber?: string; birthDate?: Day; guardianMobile?: string }>;

/** Who somebody is, as far as the document and the birth date tell. */
export function readIdentity(sent: z.output<typeof Readable>, today: Day): Omit<Whole, 'guardianMobile'> {
  const { documentKind } = sent;
  if (!documentKind) return { faults: [] };
  const document = checkDocument(documentKind, sent.documentNumber, today);
  const faults: FieldFault[] = document.ok ? [] : [{ path: 'documentNumber', code: documentFaults[document.reason] }];
  const settled = { faults, ...(document.ok && { documentNumber: document.number }) };

  if (documentKind === 'mainlandId' && !document.ok) return settled;
  const birthDate = document.ok && document.birthDate ? document.birthDate : sent.birthDate;
  if (birthDate === undefined)
    return { ...settled, faults: [...faults, { path: 'birthDate', code: 'field.required' }] };
  if (birthDate > today || birthDate < '1900-01-01') {
    return { ...settled, faults: [...faults, { path: 'birthDate', code: 'birthDate.impossible' }] };
  }
  return { ...settled, birthDate };
}

function readWhole(sent: z.output<typeof Readable>, today: Day, guardianConsents: GuardianConsents): Whole {
  const identity = readIdentity(sent, today);
  const { birthDate } = identity;
  if (birthDate === undefined) return identity;
  const faults = [...identity.faults];
  const refuse = (path: string, code: string) => {
    faults.push({ path, code });
    return { ...identity, faults };
  };
  const age = ageOn(birthDate, today);
  if (age >= 18) return identity;
  const { guardian } = sent;
  if (!guardian) return refuse('guardian', 'guardian.needed');
  const mobile = parseMobile(guardian.mobile);
  if (guardianConsents === 'onPaper') {
    if (!guardian.consent) refuse('guardian.consent', 'consent.needed');
    if (age < 14 && !guardian.dataConsent) refuse('guardian.dataConsent', 'consent.needed');
  }
  if (!mobile.ok) return refuse('guardian.mobile', 'mobile.invalid');
  return { ...identity, faults, guardianMobile: mobile.e164 };
}

const fields = Object.keys(Registration.shape);

/** The first fault at each field, in the order of the fields. */
function onePerField(faults: readonly FieldFault[]): FieldFault[] {
  const place = ({ path }: FieldFault) => fields.indexOf(path.split('.')[0] ?? '');
  return faults
    .filter(({ path }, position) => faults.findIndex((other) => other.path === path) === position)
    .sort((one, other) => place(one) - place(other));
}
