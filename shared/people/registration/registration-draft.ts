import * as z from 'zod';
import type { FieldFault } from '../../kernel/errors.ts';
import { faultsOf } from '../../kernel/field-messages.ts';
import { type Day, Instant } from '../../kernel/time.ts';
import { MaskedDocument, Registration, Skills, SpokenLanguages } from '../schema.ts';
import { NeededConsent } from './consents.ts';
import { EmergencyContact, Insurance, WeeklyTimes } from './details.ts';
import { ageOn } from './document.ts';
import { readIdentity } from './registration.ts';

/** The steps of registering, in order; the last thing after them is to look over all of it and send it. */
export const draftSteps = ['person', 'guardian', 'abilities', 'emergency', 'consents'] as const;
export const DraftStep = z.enum(draftSteps, { error: 'field.choice' });
export type DraftStep = z.infer<typeof DraftStep>;

const identity = Registration.pick({
  name: true,
  documentKind: true,
  documentNumber: true,
  birthDate: true,
  community: true,
});

/** Who answers for somebody under 18; the consent comes by a code. Nothing of it is needed of an adult. */
const DraftGuardian = z.object({
  name: Registration.shape.name,
  mobile: z.string({ error: 'mobile.invalid' }).trim().min(8, { error: 'mobile.invalid' }).max(24),
});

/** What each step asks for. A document number that is left empty stays what it was. */
export const draftParts = {
  person: identity.extend({ documentNumber: z.string().trim().max(40) }),
  guardian: z.object({ guardian: DraftGuardian.optional() }),
  abilities: z.object({
    skills: Skills.default([]),
    languages: SpokenLanguages.default([]),
    weekly: WeeklyTimes.default([]),
  }),
  emergency: z.object({ contact: EmergencyContact, insurance: Insurance.optional() }),
  consents: z.object({
    risks: NeededConsent,
    consents: z.object({ terms: NeededConsent, sensitiveData: NeededConsent, rankings: z.boolean().default(false) }),
  }),
} as const satisfies Record<DraftStep, z.ZodObject>;

/** The version of the draft that the form was filled in on; 0 for a new one. */
const version = z.int().min(0);

/** One finished step, to be kept. */
export const DraftPart = z.discriminatedUnion('step', [
  draftParts.person.extend({ step: z.literal('person'), version }),
  draftParts.guardian.extend({ step: z.literal('guardian'), version }),
  draftParts.abilities.extend({ step: z.literal('abilities'), version }),
  draftParts.emergency.extend({ step: z.literal('emergency'), version }),
  draftParts.consents.extend({ step: z.literal('consents'), version }),
]);
export type DraftPart = z.output<typeof DraftPart>;

const Consents = draftParts.consents.extend({ at: Instant, version: z.string() });

/** All that has been kept of a registration. The birth date is there for every kind of document. */
export const DraftContent = z.object({
  person: identity.extend({ birthDate: Registration.shape.birthDate.unwrap() }).optional(),
  guardian: draftParts.guardian.optional(),
  abilities: draftParts.abilities.optional(),
  emergency: draftParts.emergency.optional(),
  consents: Consents.optional(),
});
export type DraftContent = z.output<typeof DraftContent>;

/** A draft as its owner sees it on whichever phone: the document number under a mask. */
export const OwnDraft = z.object({
  version: z.int(),
  savedAt: Instant.optional(),
  expiresAt: Instant.optional(),
  /** The first step that is not finished; `check` when all are. */
  next: z.enum([...draftSteps, 'check']),
  isMinor: z.boolean(),
  mobile: z.string(),
  person: DraftContent.shape.person
    .unwrap()
    .omit({ documentNumber: true })
    .extend({ document: MaskedDocument })
    .optional(),
  guardian: DraftContent.shape.guardian,
  abilities: DraftContent.shape.abilities,
  emergency: DraftContent.shape.emergency,
  consents: Consents.optional(),
});
export type OwnDraft = z.infer<typeof OwnDraft>;

/** A step was kept: the version that the next one builds on, and where to go on. */
export const DraftKept = z.object({ version: z.int(), next: OwnDraft.shape.next });

export const DraftVersion = z.object({ version });

/** The first step that has still to be filled in. Only somebody under 18 needs a guardian. */
export function nextStepOf(content: DraftContent, today: Day): DraftStep | 'check' {
  const isMinor = isMinorOn(content, today);
  const missing = (step: DraftStep) =>
    step === 'guardian' ? isMinor && !content.guardian?.guardian : content[step] === undefined;
  return draftSteps.find(missing) ?? 'check';
}

export function isMinorOn({ person }: DraftContent, today: Day): boolean {
  return person !== undefined && ageOn(person.birthDate, today) < 18;
}

/**
 * All that is wrong in a step as somebody sent it. A document number that was left empty is the one that was kept: `keptNumber`, which
 * is empty where only the server knows it, and undefined where there is none.
 */
export function faultsInPart(sent: unknown, today: Day, keptNumber?: string): FieldFault[] {
  const form = DraftPart.safeParse(sent, { reportInput: true });
  const faults = form.success ? [] : faultsOf(form.error);
  if ((sent as { step?: unknown } | undefined)?.step !== 'person') return faults;
  const typed = Sent.parse(sent);
  const documentNumber = typed.documentNumber || keptNumber;
  const whole = readIdentity({ ...typed, documentNumber: documentNumber ?? '' }, today).faults.flatMap((fault) => {
    if (fault.path !== 'documentNumber' || documentNumber) return fault;
    return documentNumber === undefined ? { ...fault, code: 'field.required' } : [];
  });
  return [...faults, ...whole.filter(({ path }) => !faults.some((other) => other.path === path))];
}

/** The same before the draft is known: a first step has no number that was kept. */
export function faultsInSentPart(sent: unknown, today: Day): FieldFault[] {
  const isFirst = (sent as { version?: unknown } | null)?.version === 0;
  return faultsInPart(sent, today, isFirst ? undefined : '');
}

const Sent = z
  .object({
    documentKind: Registration.shape.documentKind.optional().catch(undefined),
    documentNumber: z.string().trim().catch(''),
    birthDate: Registration.shape.birthDate.catch(undefined),
  })
  .catch({ documentNumber: '' });
