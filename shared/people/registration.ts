import type { FieldFault } from '../kernel/errors.ts';
import type { Day } from '../kernel/time.ts';
import { ageOn, checkDocument, type DocumentFault } from './document.ts';
import { parseMobile } from './mobile.ts';
import type { Registration } from './schema.ts';

/** A registration that holds: its document number as it is stored, birth date and guardian settled. */
export type CheckedRegistration = Omit<Registration, 'birthDate' | 'guardian'> &
  Readonly<{
    birthDate: Day;
    isMinor: boolean;
    /** There for a minor, and for nobody else; the mobile number in E.164 form. */
    guardian?: Readonly<{ name: string; mobile: string; dataConsent: boolean }>;
  }>;

export type RegistrationCheck = { ok: true; person: CheckedRegistration } | { ok: false; faults: FieldFault[] };

const documentFaults: Record<DocumentFault, string> = {
  wrongForm: 'document.invalid',
  birthDateImpossible: 'document.birthDate',
  bornInFuture: 'document.birthDate',
  checkDigitWrong: 'document.checkDigit',
};

/**
 * Checks what the form of a registration cannot tell: the document number, the birth date, and the guardian of a minor.
 *
 * Under 18 a guardian consents to the volunteering (house), under 14 also to the data (个人信息保护法 art. 31). Only a minor's
 * guardian is kept. The birth date in a document number wins over one that was typed.
 */
export function checkRegistration(registration: Registration, today: Day): RegistrationCheck {
  const { guardian, ...rest } = registration;
  const document = checkDocument(rest.documentKind, rest.documentNumber, today);
  if (!document.ok) return refused('documentNumber', documentFaults[document.reason]);
  const birthDate = document.birthDate ?? rest.birthDate;
  if (birthDate === undefined) return refused('birthDate', 'field.required');
  if (birthDate > today || birthDate < '1900-01-01') return refused('birthDate', 'birthDate.impossible');

  const age = ageOn(birthDate, today);
  const person = { ...rest, documentNumber: document.number, birthDate, isMinor: age < 18 };
  if (age >= 18) return { ok: true, person };
  if (!guardian) return refused('guardian', 'guardian.needed');
  const mobile = parseMobile(guardian.mobile);
  if (!mobile.ok) return refused('guardian.mobile', 'mobile.invalid');
  if (age < 14 && !guardian.dataConsent) return refused('guardian.dataConsent', 'consent.needed');
  const { name, dataConsent } = guardian;
  return { ok: true, person: { ...person, guardian: { name, mobile: mobile.e164, dataConsent } } };
}

function refused(path: string, code: string): RegistrationCheck {
  return { ok: false, faults: [{ path, code }] };
}
