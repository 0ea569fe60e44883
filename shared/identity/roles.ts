import * as z from 'zod';

/** Who a person can be. One account may hold several grants; each is a role on a scope. */
export const roles = [
  'volunteer',
  'teamLeader',
  'coordinator',
  'socialWorker',
  'counsellor',
  'careSupervisor',
  'onCall',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
] as const;

export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** A role on a part of the tree: `coordinator` on `440103/001` acts in that street, its communities and their teams. */
export const Grant = z.object({ role: Role, scope: z.string() });
export type Grant = z.infer<typeof Grant>;
