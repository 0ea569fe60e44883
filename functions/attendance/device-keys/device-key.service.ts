import { deviceKeyErrors } from '@kaifong/shared/attendance/device-key-errors.ts';
import {
  type DeviceKey,
  keyAlgorithm,
  keyIdOf,
  mostKeys,
  type NewDeviceKey,
  type SignatureVerdict,
  signatureForm,
  signedText,
  signingAlgorithm,
} from '@kaifong/shared/attendance/device-keys.ts';
import { attendanceSettings } from '@kaifong/shared/attendance/settings.ts';
import { deviceOf } from '@kaifong/shared/identity/device.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';
import { type Instant, shiftBy } from '@kaifong/shared/kernel/time.ts';
import { commit } from '../../platform/commit.ts';
import type { Command, Request } from '../../platform/request.ts';
import { untilSettled } from '../../platform/until-settled.ts';
import type { AttendanceDeps } from '../deps.ts';
import { DeviceKeysItem } from './device-key.table.ts';

type Keys = DeviceKeysItem['keys'];
type SignedEntry = Parameters<typeof signedText>[0] &
  Readonly<{ volunteerId: string; signature: string | undefined; seenAt: Instant }>;

/** Keys that live in phones and never leave them, by which a phone proves what it kept while there was no network. */
export function deviceKeyService({ table }: Pick<AttendanceDeps, 'table'>) {
  const keysOf = (volunteerId: string) => table.get(DeviceKeysItem, { volunteerId });

  /** Changes the keys of the person who asks. */
  function change<Answer>(
    command: Command,
    decide: (keys: Keys) => Readonly<{ answer: Answer; keys: Keys }>,
  ): Promise<Answer> {
    const { volunteerId } = command.actor;
    return untilSettled(async () => {
      const before = await keysOf(volunteerId);
      const { answer, keys } = decide(before?.keys ?? []);
      const after = { volunteerId, keys, version: (before?.version ?? 0) + 1 };
      const unmoved = before ? ({ is: { version: before.version } } as const) : ({ absent: true } as const);
      const write = table.put(DeviceKeysItem, after, unmoved);
      const outcome = await commit(command, table, { keys: write }, { answer });
      return outcome.committed ? answer : undefined;
    });
  }

  return {
    /**
     * Registers the key of the phone that asks; one that is known already stays as it is.
     *
     * @throws AppError deviceKey.notAKey, deviceKey.revoked
     */
    async register(command: Command, { publicKey }: NewDeviceKey, userAgent: string): Promise<DeviceKey> {
      if (!(await imported(publicKey))) throw new AppError(deviceKeyErrors.notAKey);
      const keyId = await keyIdOf(publicKey);
      return change(command, (keys) => {
        const known = keys.find((key) => key.keyId === keyId);
        if (known?.revokedAt) throw new AppError(deviceKeyErrors.revoked);
        const key = known ?? { keyId, publicKey, ...deviceOf(userAgent), registeredAt: command.now };
        return { answer: key, keys: known ? keys : withRoom([...keys, key]) };
      });
    },

    /** The own keys, the newest first. */
    async list({ actor }: Request): Promise<{ items: DeviceKey[] }> {
      return { items: [...((await keysOf(actor.volunteerId))?.keys ?? [])].reverse() };
    },

    /** Switches a key off, for good: what it signs from now on goes to the leader. @throws AppError platform.notFound */
    revoke(command: Command, keyId: string): Promise<DeviceKey> {
      return change(command, (keys) => {
        const known = keys.find((key) => key.keyId === keyId);
        if (!known) throw new AppError(platformErrors.notFound);
        const revoked = { ...known, revokedAt: known.revokedAt ?? command.now };
        return { answer: revoked, keys: keys.map((key) => (key === known ? revoked : key)) };
      });
    },

    /** Whether a phone of the volunteer's signed this. A key that came after its code was seen was not in the phone that kept it. */
    async verdictOn({ volunteerId, signature, seenAt, ...entry }: SignedEntry): Promise<SignatureVerdict> {
      const keys = (await keysOf(volunteerId))?.keys ?? [];
      if (keys.length === 0) return 'noKeys';
      const [, keyId, value = ''] = signatureForm.exec(signature ?? '') ?? [];
      const latest = shiftBy(seenAt, attendanceSettings.late.afterSeconds * 1000);
      const key = keys.find((each) => each.keyId === keyId && !each.revokedAt && each.registeredAt <= latest);
      const publicKey = key && (await imported(key.publicKey));
      if (!publicKey) return 'unproven';
      const bytes = Buffer.from(value, 'base64');
      const isRight = await crypto.subtle.verify(signingAlgorithm, publicKey, bytes, signedText(entry));
      return isRight ? 'signed' : 'unproven';
    },
  };
}

/** The key of this text, or nothing when it is none of its kind. */
async function imported(publicKey: string) {
  const bytes = Buffer.from(publicKey, 'base64');
  return crypto.subtle.importKey('spki', bytes, keyAlgorithm, false, ['verify']).catch(() => undefined);
}

/** The newest keys, as many as one may have; those that were revoked go first. */
function withRoom(keys: Keys): Keys {
  if (keys.length <= mostKeys) return keys;
  const oldest = keys.find(({ revokedAt }) => revokedAt) ?? keys[0];
  return withRoom(keys.filter((key) => key !== oldest));
}
