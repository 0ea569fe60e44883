import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { newId } from '@kaifong/shared/kernel/ids.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { district } from '@kaifong/shared/organisation/streets.ts';
import { certificateErrors } from '@kaifong/shared/people/certificates/certificate-errors.ts';
import {
  type NewQualification,
  type Proof,
  type Qualification,
  startingQualifications,
} from '@kaifong/shared/people/certificates/qualifications.ts';
import { commit } from '../../platform/commit.ts';
import type { Command } from '../../platform/request.ts';
import { skillCatalogue } from '../skills/skill-catalogue.ts';
import { QualificationItem } from './certificate.table.ts';
import type { CertificateDeps } from './certificates.ts';

/** Far more kinds than a district needs; the catalogue is read as a whole. */
const mostKinds = 200;

/** The catalogue of qualifications: what the house begins with, under what the district made of it. */
export function qualificationService({ table, identity }: Pick<CertificateDeps, 'table' | 'identity'>) {
  const skills = skillCatalogue({ table });

  async function all(): Promise<Qualification[]> {
    const range = { beginsWith: 'KIND#' };
    const { items } = await table.query(QualificationItem, 'QUALIFICATIONS', { range, limit: mostKinds });
    const changed = new Map(items.map((item) => [item.code, item]));
    const starting = startingQualifications.map((kind) => changed.get(kind.code) ?? kind);
    const added = items.filter(({ code }) => !startingQualifications.some((kind) => kind.code === code));
    return [...starting, ...added];
  }

  async function find(code: string): Promise<Qualification | undefined> {
    return (await table.get(QualificationItem, { code })) ?? startingQualifications.find((kind) => kind.code === code);
  }

  return {
    /** The whole catalogue, retired kinds too. */
    list: async () => ({ items: await all() }),

    /** A kind that can be handed in now. @throws AppError certificate.unknownKind */
    async mustBeOffered(code: string, proof: Proof): Promise<Qualification> {
      const kind = await find(code);
      if (!kind || kind.retired || kind.proof !== proof) throw new AppError(certificateErrors.unknownKind);
      return kind;
    },

    /** Adds a kind. @throws AppError platform.notAllowed for whoever does not answer for the district, skill.unknown, skill.retired */
    async add(command: Command, sent: NewQualification): Promise<{ code: string }> {
      command.actor.mustReach('qualification.manage', { scope: district.scope });
      await skills.mustBeOpen(sent.opens, command.now, 'opens');
      const kind = { ...sent, code: newId('qualification', Date.parse(command.now)), retired: false };
      const answer = { code: kind.code };
      const writes = {
        kind: table.put(QualificationItem, kind, { absent: true }),
        audit: identity.audit.line(command, 'qualification.add', kind.code),
      };
      await commit(command, table, writes, { answer });
      return answer;
    },

    /** Takes a kind out of what can be handed in. @throws AppError platform.notAllowed, platform.notFound */
    async retire(command: Command, code: string): Promise<{ code: string }> {
      command.actor.mustReach('qualification.manage', { scope: district.scope });
      const kind = await find(code);
      if (!kind) throw new AppError(platformErrors.notFound);
      const answer = { code };
      const writes = {
        kind: table.put(QualificationItem, { ...kind, retired: true }),
        audit: identity.audit.line(command, 'qualification.retire', code),
      };
      await commit(command, table, writes, { answer });
      return answer;
    },
  };
}
