import { AppError, type FieldFault } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { type Day, dayOf, type Instant } from '@kaifong/shared/kernel/time.ts';
import { peopleErrors } from '@kaifong/shared/people/errors.ts';
import { maskDocument, maskMobile } from '@kaifong/shared/people/mask.ts';
import { parseMobile } from '@kaifong/shared/people/mobile/mobile.ts';
import { consentVersions } from '@kaifong/shared/people/registration/consents.ts';
import { ageOn, checkDocument } from '@kaifong/shared/people/registration/document.ts';
import {
  DraftContent,
  type DraftPart,
  draftParts,
  faultsInPart,
  isMinorOn,
  nextStepOf,
  type OwnDraft,
} from '@kaifong/shared/people/registration/registration-draft.ts';
import { commit, mustCommit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import type { PeopleDeps } from '../deps.ts';
import { documentIndexOf } from '../entry.ts';
import { DocumentOwner } from '../people.table.ts';
import { accountPlaceOf } from '../sealed-places.ts';
import type { Skills } from '../skills/skill-catalogue.ts';
import type { GuardianService } from './guardian.service.ts';
import type { registrationService } from './registration.service.ts';
import { DraftItem, expiryOf } from './registration.table.ts';

/** A draft as it was read, with its content open. */
type OpenDraft = Readonly<{ item?: DraftItem; content: DraftContent }>;

const invalid = (faults: readonly FieldFault[]) => new AppError(platformErrors.invalidInput, {}, faults);

/** A registration that is filled in step by step, on one phone or several, and sent at the end. */
export function draftService(
  deps: PeopleDeps,
  registration: Pick<ReturnType<typeof registrationService>, 'registerDraft'>,
  guardians: Pick<GuardianService, 'ask'>,
  skills: Pick<Skills, 'mustBeChoosable'>,
) {
  const { table, sealer, identity } = deps;

  async function open(accountId: string, now: Instant): Promise<OpenDraft> {
    const item = await table.get(DraftItem, { accountId });
    if (!item) return { content: {} };
    if (item.expiresAt <= now) return { item, content: {} };
    const text = await sealer.open(item.sealed, accountPlaceOf(accountId).registrationDraft);
    return { item, content: DraftContent.parse(JSON.parse(text)) };
  }

  /** @throws AppError people.alreadyRegistered, people.draftChanged */
  async function openForChange({ actor, now }: Command, version: number): Promise<OpenDraft> {
    if (actor.ownVolunteerId) throw new AppError(peopleErrors.alreadyRegistered);
    const draft = await open(actor.accountId, now);
    if (versionOf(draft, now) !== version) throw new AppError(peopleErrors.draftChanged);
    return draft;
  }

  /** Who she is, the document number settled; one that is typed may be no volunteer's yet. */
  async function personIn(part: Extract<DraftPart, { step: 'person' }>, content: DraftContent, today: Day) {
    const isKept = part.documentNumber === '' && content.person?.documentKind === part.documentKind;
    const faults = faultsInPart(part, today, isKept ? content.person?.documentNumber : undefined);
    if (faults.length > 0) throw invalid(faults);
    const typed = isKept ? (content.person?.documentNumber ?? '') : part.documentNumber;
    const document = checkDocument(part.documentKind, typed, today);
    if (!document.ok) throw new Error(`a document that was checked is ${document.reason}`);
    const { name, documentKind, community } = part;
    const birthDate = document.birthDate ?? part.birthDate;
    if (birthDate === undefined) throw new Error('a birth date that was checked is not there');
    const person = { name, documentKind, documentNumber: document.number, birthDate, community };
    const documentIndex = await documentIndexOf(deps, person);
    if (await table.get(DocumentOwner, { documentIndex })) throw new AppError(peopleErrors.documentKnown);
    return person;
  }

  async function guardianIn(part: Extract<DraftPart, { step: 'guardian' }>, content: DraftContent, command: Command) {
    if (!isMinorOn(content, dayOf(command.now))) return {};
    if (!part.guardian) throw invalid([{ path: 'guardian', code: 'guardian.needed' }]);
    const mobile = parseMobile(part.guardian.mobile);
    if (!mobile.ok) throw invalid([{ path: 'guardian.mobile', code: 'mobile.invalid' }]);
    if (mobile.e164 === (await identity.accounts.mobileOf(command.actor.accountId))) {
      throw invalid([{ path: 'guardian.mobile', code: 'guardian.ownMobile' }]);
    }
    return { guardian: { name: part.guardian.name, mobile: mobile.e164 } };
  }

  async function withPart(part: DraftPart, content: DraftContent, command: Command): Promise<DraftContent> {
    switch (part.step) {
      case 'person':
        return { ...content, person: await personIn(part, content, dayOf(command.now)) };
      case 'guardian':
        return { ...content, guardian: await guardianIn(part, content, command) };
      case 'consents': {
        const { risks, consents } = draftParts.consents.parse(part);
        return { ...content, consents: { risks, consents, at: command.now, version: consentVersions.terms } };
      }
      case 'abilities':
        await skills.mustBeChoosable(part.skills, command.now);
        return { ...content, abilities: draftParts.abilities.parse(part) };
      case 'emergency':
        return { ...content, emergency: draftParts.emergency.parse(part) };
    }
  }

  return {
    /** What the person who asks has filled in so far. */
    async read({ actor, now }: Request): Promise<OwnDraft> {
      const [draft, mobile] = await Promise.all([
        open(actor.accountId, now),
        identity.accounts.mobileOf(actor.accountId),
      ]);
      const { item, content } = draft;
      const { person, ...parts } = content;
      const masked = person && {
        name: person.name,
        documentKind: person.documentKind,
        birthDate: person.birthDate,
        community: person.community,
        document: { kind: person.documentKind, number: maskDocument(person.documentNumber) },
      };
      return {
        version: versionOf(draft, now),
        ...(item && item.expiresAt > now && { savedAt: item.savedAt, expiresAt: item.expiresAt }),
        next: nextStepOf(content, dayOf(now)),
        isMinor: isMinorOn(content, dayOf(now)),
        mobile: maskMobile(mobile),
        person: masked,
        ...parts,
      };
    },

    /**
     * Keeps a finished step. A guardian who is named is asked in the same moment.
     *
     * @throws AppError platform.invalidInput, people.documentKnown, people.draftChanged, people.alreadyRegistered, and the
     * refusals of `skills.mustBeChoosable`
     */
    async keep(command: Command, part: DraftPart) {
      const { actor, now } = command;
      const { accountId } = actor;
      const { item, content } = await openForChange(command, part.version);
      const next = await withPart(part, content, command);
      const sealed = await sealer.seal(JSON.stringify(next), accountPlaceOf(accountId).registrationDraft);
      const kept = { accountId, sealed, version: (item?.version ?? 0) + 1, savedAt: now, expiresAt: expiryOf(now) };
      const answer = { version: kept.version, next: nextStepOf(next, dayOf(now)) };
      const outcome = await commit(
        command,
        table,
        {
          draft: table.put(DraftItem, kept, item ? { is: { version: item.version } } : { absent: true }),
          guardian: await questionIn(accountId, next, now),
        },
        { answer },
      );
      mustCommit(outcome, {
        draft: () => new AppError(peopleErrors.draftChanged),
        guardian: () => new AppError(platformErrors.busy),
      });
      return answer;
    },

    /** Forgets all that was filled in. */
    async discard(command: Command): Promise<{ done: true }> {
      const { accountId } = command.actor;
      await commit(command, table, { draft: table.remove(DraftItem, { accountId }) }, { answer: { done: true } });
      return { done: true };
    },

    /**
     * Sends the registration: from then on it is an application, and the draft is gone.
     *
     * @throws AppError people.draftIncomplete, people.draftChanged, people.guardianFirst, and whatever registering refuses
     */
    async submit(command: Command, { version }: { version: number }) {
      const { item, content } = await openForChange(command, version);
      const { person, guardian, abilities, emergency, consents } = content;
      if (!item || !person || !abilities || !emergency || !consents) throw new AppError(peopleErrors.draftIncomplete);
      if (nextStepOf(content, dayOf(command.now)) !== 'check') throw new AppError(peopleErrors.draftIncomplete);
      if (consents.version !== consentVersions.terms) {
        throw invalid([{ path: 'consents.terms', code: 'consent.needed' }]);
      }
      const { weekly, ...said } = abilities;
      return registration.registerDraft(
        command,
        { ...person, ...guardian, ...said, consents: consents.consents },
        {
          details: { weekly, contact: emergency.contact, insurance: emergency.insurance },
          consentedAt: consents.at,
          draft: table.remove(DraftItem, { accountId: command.actor.accountId }, { is: { version } }),
        },
      );
    },
  };

  async function questionIn(accountId: string, content: DraftContent, now: Instant) {
    const guardian = content.guardian?.guardian;
    if (!guardian || !content.person || !isMinorOn(content, dayOf(now))) return undefined;
    const parties = { childName: content.person.name, guardianName: guardian.name, mobile: guardian.mobile };
    return guardians.ask(accountId, parties, ageOn(content.person.birthDate, dayOf(now)) < 14, now);
  }
}

/** 0 where there is nothing, or nothing any more: a form for a new draft fits both. */
function versionOf({ item }: OpenDraft, now: Instant): number {
  return item && item.expiresAt > now ? item.version : 0;
}
