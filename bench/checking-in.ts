import { tagAt } from '@kaifong/functions/attendance/shown-code.ts';
import { sealerFor } from '@kaifong/functions/platform/sealing.ts';
import type { Surroundings } from '@kaifong/functions/wiring.ts';
import { stepAt } from '@kaifong/shared/attendance/rotating-code.ts';
import type { Instant } from '@kaifong/shared/kernel/time.ts';
import type { Caller } from './crowd.ts';

/** What a leader's screen shows at a moment. */
export function coder({ keyring }: Surroundings) {
  const sealer = sealerFor(keyring);
  return (shiftId: string, at: Instant) => tagAt(sealer, shiftId, stepAt(at));
}

/** A check-in as a phone sends it. */
export function posting(caller: Caller, shiftId: string, entry: object, key: string) {
  const headers = { cookie: caller.cookie, 'idempotency-key': key, 'content-type': 'application/json' };
  return [`/api/shifts/${shiftId}/check-ins`, { method: 'POST', headers, body: JSON.stringify(entry) }] as const;
}
