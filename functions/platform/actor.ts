import type { PasskeyStanding } from '@kaifong/shared/identity/passkeys.ts';
import { type Action, mayReach, needsTarget, type Target } from '@kaifong/shared/identity/permissions.ts';
import type { HeldGrant, Role } from '@kaifong/shared/identity/roles.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import { platformErrors } from '@kaifong/shared/kernel/platform-errors.ts';

/** Who a session belongs to. */
export type Identity = Readonly<{
  accountId: string;
  /** The volunteer whose records are this person's own, once registered. */
  volunteerId?: string | undefined;
  grants: readonly HeldGrant[];
  /** Whether a passkey proves who this is, or would have to; `none` when not said. */
  passkey?: PasskeyStanding | undefined;
}>;

/** What the account of somebody who has not signed in is called. */
export const nobody = 'anonymous';

/**
 * The person who asks, while one request lasts. It remembers whether the permission table was asked about what the request
 * touches, so that a route that forgot to ask is found out.
 */
export class Actor {
  readonly accountId: string;
  readonly grants: readonly HeldGrant[];
  readonly passkey: PasskeyStanding;
  readonly #volunteerId: string | undefined;
  readonly #asked = new Set<Action>();
  #repeats = false;

  constructor(identity: Identity) {
    this.accountId = identity.accountId;
    this.grants = identity.grants;
    this.passkey = identity.passkey ?? 'none';
    this.#volunteerId = identity.volunteerId;
  }

  /** The volunteer that this person is. @throws AppError platform.notAllowed for a person who has not registered */
  get volunteerId(): string {
    if (!this.#volunteerId) throw new AppError(platformErrors.notAllowed);
    return this.#volunteerId;
  }

  /** The same, or `undefined` for a person who has not registered. */
  get ownVolunteerId(): string | undefined {
    return this.#volunteerId;
  }

  /** Whether this person is that volunteer. */
  isVolunteer(volunteerId: string): boolean {
    return this.#volunteerId === volunteerId;
  }

  /** Lets the request go on only when the person may do `action` to `target`. @throws AppError platform.notAllowed */
  mustReach(action: Action, target: Target): void {
    this.#asked.add(action);
    if (!mayReach(this.grants, action, target)) throw new AppError(platformErrors.notAllowed);
  }

  /** The scopes on which the person holds a role. */
  scopesAs(role: Role): string[] {
    return this.grants.filter((grant) => grant.role === role).map((grant) => grant.scope);
  }

  /** Lets a repeat of a command through: it was asked when the command was first carried out, and nothing is done now. */
  mayRepeat(): void {
    this.#repeats = true;
  }

  /** Whether `action` needs a target and was never asked about one. */
  forgot(action: Action): boolean {
    return !this.#repeats && needsTarget(action) && !this.#asked.has(action);
  }
}
