import type { AuditEntry, AuditFile, AuditKey, AuditQuery } from '@kaifong/shared/identity/audit.ts';
import { auditColumns, auditFilenames, auditInWords } from '@kaifong/shared/identity/audit-words.ts';
import type { Language } from '@kaifong/shared/kernel/language.ts';
import { dayOf, stampOf } from '@kaifong/shared/kernel/time.ts';
import type * as z from 'zod';
import { byteOrderMark, csvLine } from '../../platform/csv-line.ts';
import type { Request } from '../../platform/request.ts';
import { transact } from '../../platform/transact.ts';
import type { IdentityDeps } from '../deps.ts';
import type { auditService } from './audit.service.ts';
import { auditKeys, signedFile } from './audit-signature.ts';

/** The most lines of one file: more go into the next, each signed by itself. */
const mostLines = 10_000;

/** Parts of the audit as files that show when a byte of them was changed. */
export function auditFileService(
  { audit: table, sealer }: Pick<IdentityDeps, 'audit' | 'sealer'>,
  audit: Pick<ReturnType<typeof auditService>, 'line' | 'searchForFile'>,
) {
  return {
    /**
     * What a search finds, from `cursor` on, as a signed CSV file of at most 10,000 lines. That it was made is in the audit first.
     *
     * @throws AppError platform.notAllowed, platform.cursorInvalid
     */
    async make(request: Request, query: AuditQuery, language: Language): Promise<z.output<typeof AuditFile>> {
      const { actor, now } = request;
      const { place, person, actor: by, day } = query;
      actor.mustReach('audit.export', { scope: place });
      const asked = [person, by, day].filter(Boolean).join(' ');
      const deed = { ...request, idempotencyKey: crypto.randomUUID() };
      await transact(table.client, { audit: audit.line(deed, 'audit.export', `${place} ${asked}`) });

      const entries: AuditEntry[] = [];
      let cursor = query.cursor;
      do {
        const page = await audit.searchForFile(now, { ...query, limit: 100, cursor });
        entries.push(...page.items);
        cursor = page.cursor;
      } while (cursor && entries.length + 100 <= mostLines);
      const heading = byteOrderMark + csvLine(auditColumns.map((column) => column[language]));
      const lines = entries.map((entry) => csvLine(cellsOf(entry, language)));
      const about = [place, asked, `lines=${entries.length}`, cursor ? 'goes-on' : 'to-the-end', now].join(' ');
      return {
        filename: `${auditFilenames[language]}-${dayOf(now)}.csv`,
        csv: signedFile(heading + lines.join(''), about, await auditKeys(sealer)),
        ...(cursor && { cursor }),
      };
    },

    /** The key by which files are checked: no secret. */
    async publicKey(): Promise<z.output<typeof AuditKey>> {
      const { keyId, publicKey } = await auditKeys(sealer);
      return { keyId, publicKey: String(publicKey.export({ format: 'pem', type: 'spki' })) };
    },
  };
}

function cellsOf({ at, actor, as, action, person, subject, scope, route, reason }: AuditEntry, language: Language) {
  return [
    at,
    stampOf(at),
    auditInWords(action)[language],
    action,
    actor,
    as ? `${as.role} ${as.scope}` : '',
    person ?? '',
    subject ?? '',
    scope,
    route,
    reason ?? '',
  ];
}
