import type { Fix } from '@kaifong/shared/attendance/fix.ts';
import type { Patrol } from '@kaifong/shared/attendance/patrol/schema.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';

type KeptFix = Readonly<{ at: string; fix: Fix }>;

/** Most fixes that a phone keeps: a shift of eight hours, one every half minute. */
const mostKept = 1_000;

/** How long one answer may take: a network that is about to go leaves requests hanging; milliseconds. */
const patience = 10_000;

const nameOf = (patrolId: string) => `kaifong-patrol-${patrolId}`;

/** What this phone has kept of the way of a patrol and not yet brought, so that nothing is lost when the page is loaded anew. */
export function keptFixes(patrolId: string): KeptFix[] {
  try {
    return JSON.parse(localStorage.getItem(nameOf(patrolId)) ?? '[]') as KeptFix[];
  } catch {
    return [];
  }
}

/** Keeps and brings the way of a patrol. What is brought twice the system takes once, so an answer that was lost does no harm. */
export function wayOf({ patrolId, shiftId }: Pick<Patrol, 'patrolId' | 'shiftId'>) {
  const put = (fixes: readonly KeptFix[]) => localStorage.setItem(nameOf(patrolId), JSON.stringify(fixes));
  return {
    /** @returns how many wait */
    keep(fix: Fix): number {
      const fixes = [...keptFixes(patrolId), { at: new Date().toISOString(), fix }].slice(-mostKept);
      put(fixes);
      return fixes.length;
    },

    /** @returns the patrol as the system knows it, `over` when it takes no more, nothing when there was no way to ask */
    async send(): Promise<Patrol | 'over' | undefined> {
      let told: Patrol | undefined;
      for (let kept = keptFixes(patrolId); kept.length > 0; kept = keptFixes(patrolId)) {
        const fixes = kept.slice(0, attendanceSettings.patrol.mostFixesAtOnce);
        const answer = await fetch(`/api/patrols/${shiftId}/${patrolId}/fixes`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: JSON.stringify({ sentAt: new Date().toISOString(), fixes }),
          signal: AbortSignal.timeout(patience),
        }).catch(() => undefined);
        if (answer && [400, 403, 404, 409].includes(answer.status)) {
          localStorage.removeItem(nameOf(patrolId));
          return 'over';
        }
        if (!answer?.ok) return told;
        const brought = new Set(fixes.map(({ at }) => at));
        put(keptFixes(patrolId).filter(({ at }) => !brought.has(at)));
        // It was taken, also when the network went before the rest of the answer had come.
        told = await (answer.json() as Promise<Patrol>).catch(() => told);
      }
      return told;
    },
  };
}
