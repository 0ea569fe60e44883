import * as z from 'zod';
import { Page, PageQuery } from '../kernel/paging.ts';
import type { Retained } from '../kernel/retention.ts';
import { Day, Instant } from '../kernel/time.ts';
import { isWithin, Scope } from '../organisation/scope.ts';
import { district } from '../organisation/streets.ts';
import { type Grant, Role } from './roles.ts';

/** What was done, as a dotted word: `volunteer.suspend`. */
export const AuditAction = z.string().regex(/^[a-z]\w*(\.\w+)+$/);

const idOf = (...prefixes: string[]) =>
  z
    .string()
    .trim()
    .regex(new RegExp(`^(${prefixes.join('|')})_[0-9A-HJKMNP-TV-Z]{20}$`), { error: 'field.id' });

/** A person: a volunteer, or an account that is no volunteer's. */
const PersonId = idOf('vol', 'acc');

/** What an account is called that acts for nobody: whoever runs the system, and the clock. */
const ActorId = z.union([idOf('acc'), z.enum(['operator', 'clock'])], { error: 'field.id' });

/** What the audit is searched by: one of a person, an actor and a day, within a place. */
export const AuditQuery = PageQuery.extend({
  place: Scope,
  person: PersonId.optional(),
  actor: ActorId.optional(),
  day: Day.optional(),
}).refine(({ person, actor, day }) => [person, actor, day].filter((each) => each !== undefined).length === 1, {
  error: 'audit.oneOf',
  path: ['day'],
});
export type AuditQuery = z.output<typeof AuditQuery>;

/** A line of the audit. Whom it is about and by whom are ids; `as` is the role in which it was done. */
export const AuditEntry = z.object({
  key: z.string(),
  at: Instant,
  actor: z.string(),
  as: z.object({ role: Role, scope: Scope }).optional(),
  action: AuditAction,
  person: z.string().optional(),
  /** What else it was about: an import, a role, a state. */
  subject: z.string().optional(),
  scope: Scope,
  /** The operation of the API, or `clock`, `operator`. */
  route: z.string(),
  reason: z.string().optional(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditPage = Page(AuditEntry);

/** A signed part of the audit as a file; `cursor` is where the next file goes on. */
export const AuditFile = z.object({ filename: z.string(), csv: z.string(), cursor: z.string().optional() });

/** The key by which a file is checked, as a PEM. */
export const AuditKey = z.object({ keyId: z.string(), publicKey: z.string() });

/** Who looked at one's own data: in which role and where, never by name. */
export const OwnAuditEntry = AuditEntry.pick({ key: true, at: true, as: true, action: true, reason: true });
export type OwnAuditEntry = z.infer<typeof OwnAuditEntry>;

const person = /^(vol|acc)_/;
const scope = /^\d{6}(\/|$)/;

/** Whom and what a deed was about, from its ids apart by blanks: `vol_… 440103/001/001/T0001`. What names no place belongs to the district. */
export function targetOf(ids: string): Readonly<{ person?: string; subject?: string; scope: string }> {
  const parts = ids.split(' ').filter(Boolean);
  const who = parts.find((part) => person.test(part));
  const where = parts.find((part) => scope.test(part));
  const subject = parts.filter((part) => part !== who && part !== where).join(' ');
  return { ...(who && { person: who }), ...(subject && { subject }), scope: where ?? district.scope };
}

/** The role in which somebody acts at a place: the one whose branch is the narrowest around it, a volunteer's last. */
export function actingAs(grants: readonly Grant[], place: string): Grant | undefined {
  const around = grants.filter(({ scope: branch }) => isWithin(place, branch));
  const [nearest] = around.toSorted(
    (one, other) =>
      Number(one.role === 'volunteer') - Number(other.role === 'volunteer') || other.scope.length - one.scope.length,
  );
  return nearest && { role: nearest.role, scope: nearest.scope };
}

/** Acts that hand data on, which is kept for longer than other acts. */
const sharing = /^volunteer\.(export|readBadRows|import)|^audit\.export|^person\.copied/;

export function auditKeptAs(action: string): Extract<Retained, 'audit' | 'sharing'> {
  return sharing.test(action) ? 'sharing' : 'audit';
}
