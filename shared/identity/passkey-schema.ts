import * as z from 'zod';
import { Id } from '../kernel/ids.ts';
import { Instant } from '../kernel/time.ts';

const Base64Url = z.string().regex(/^[\w-]+$/);
const Encoded = Base64Url.max(20_000);
const CredentialId = Base64Url.min(16).max(1400);

/** What a browser made of a request for a new passkey (WebAuthn's RegistrationResponseJSON), as far as we look at it. */
export const NewCredential = z.object({
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: Encoded,
    attestationObject: Encoded,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});
export type NewCredential = z.infer<typeof NewCredential>;

/** What a browser signed with a passkey (AuthenticationResponseJSON). */
export const SignedChallenge = z.object({
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: Encoded,
    authenticatorData: Encoded,
    signature: Encoded,
    /** The account; a passkey that can be found without a name tells it. */
    userHandle: Base64Url.max(100),
  }),
});
export type SignedChallenge = z.infer<typeof SignedChallenge>;

/** What a person calls a passkey: the phone or the key that it is on. */
export const PasskeyName = z.string({ error: 'field.required' }).trim().min(1, { error: 'field.required' }).max(40);

export const NewPasskey = z.object({ name: PasskeyName, credential: NewCredential });
export const RenamedPasskey = z.object({ name: PasskeyName });
export const PasskeyParams = z.object({ passkeyId: z.string().regex(/^[\w-]{22}$/) });

/** Whose passkeys are taken away, and why: the person has lost them and was seen to be who they say. */
export const PasskeyReset = z.object({
  accountId: Id('account'),
  reason: z.string().trim().min(4, { error: 'field.tooShort' }).max(200),
});
export type PasskeyReset = z.infer<typeof PasskeyReset>;

/** A passkey of the person who asks. */
export const OwnPasskey = z.object({
  id: z.string(),
  name: z.string(),
  /** Whether the maker of the phone keeps it on the person's other devices too. */
  isSynced: z.boolean(),
  createdAt: Instant,
  usedAt: Instant.optional(),
});
export type OwnPasskey = z.infer<typeof OwnPasskey>;

/** The person's passkeys, and whether one may be added here and now. */
export const OwnPasskeys = z.object({
  items: z.array(OwnPasskey),
  /** `used` this session was started with one, `held` there is one, `due` there must be one, `none`. */
  standing: z.enum(['used', 'held', 'due', 'none']),
  /** The site's name to passkeys; not there where it has no address of its own that they could hold to. */
  host: z.string().optional(),
});

const Descriptor = z.object({
  id: z.string(),
  type: z.literal('public-key'),
  transports: z.array(z.string()).optional(),
});

/** What `navigator.credentials.create` is asked, in JSON (PublicKeyCredentialCreationOptionsJSON). */
export const CreationOptions = z.object({
  challenge: z.string(),
  rp: z.object({ name: z.string(), id: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.literal('public-key') })),
  timeout: z.int(),
  attestation: z.literal('none'),
  excludeCredentials: z.array(Descriptor),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
});

/** What `navigator.credentials.get` is asked, in JSON (PublicKeyCredentialRequestOptionsJSON). */
export const RequestOptions = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
});
