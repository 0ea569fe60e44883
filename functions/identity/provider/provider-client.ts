import { providerErrors } from '@kaifong/shared/identity/provider-errors.ts';
import { AppError } from '@kaifong/shared/kernel/errors.ts';
import * as oidc from 'openid-client';
import type { ProviderSettings } from '../deps.ts';

/** Whom the provider says it is: its own name for the person, and their number where it has checked it. */
export type Claims = Readonly<{ subject: string; mobile?: string | undefined }>;

/** What only this sign-in knows. */
export type Proofs = Readonly<{ state: string; nonce: string; verifier: string }>;

/** How long the provider may take for each answer, in seconds. */
const patience = 5;

/** The identity provider of the government, spoken to by OpenID Connect: authorization code, PKCE, state and nonce. */
export function providerClient({ issuer, clientId, secret }: ProviderSettings, redirectUri: string) {
  let found: Promise<oidc.Configuration> | undefined;

  /** What the provider says of itself; asked again after it could not be reached. @throws AppError provider.unavailable */
  async function configuration(): Promise<oidc.Configuration> {
    found ??= discover();
    return found.catch(() => {
      found = undefined;
      throw new AppError(providerErrors.unavailable);
    });
  }

  async function discover(): Promise<oidc.Configuration> {
    const server = new URL(issuer);
    // On this very machine only, as in tests: anywhere else an answer without TLS proves nothing.
    const execute = server.hostname === '127.0.0.1' ? [oidc.allowInsecureRequests] : [];
    const authentication = oidc.ClientSecretBasic(await secret());
    return oidc.discovery(server, clientId, undefined, authentication, { execute, timeout: patience });
  }

  return {
    /** Where to send the person. @throws AppError provider.unavailable */
    async address({ state, nonce, verifier }: Proofs): Promise<string> {
      const challenge = await oidc.calculatePKCECodeChallenge(verifier);
      const parameters = { redirect_uri: redirectUri, scope: 'openid phone', state, nonce };
      const proof = { code_challenge: challenge, code_challenge_method: 'S256' };
      return oidc.buildAuthorizationUrl(await configuration(), { ...parameters, ...proof }).href;
    },

    /**
     * Whom they come back as.
     *
     * @throws AppError provider.unavailable, provider.expired for a code that was used or is over, provider.notVerified
     */
    async claims(parameters: Readonly<Record<string, string>>, { state, nonce, verifier }: Proofs): Promise<Claims> {
      const config = await configuration();
      const arrival = new URL(`${redirectUri}?${new URLSearchParams(parameters)}`);
      try {
        const tokens = await oidc.authorizationCodeGrant(config, arrival, {
          ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce },
          idTokenExpected: true,
        });
        const subject = tokens.claims()?.sub ?? '';
        const claims = { ...tokens.claims(), ...(await oidc.fetchUserInfo(config, tokens.access_token, subject)) };
        const { phone_number: mobile, phone_number_verified: isVerified } = claims;
        return { subject, ...(isVerified === true && mobile && { mobile }) };
      } catch (error) {
        throw new AppError(refusalOf(error), {}, []);
      }
    },
  };
}

function refusalOf(error: unknown) {
  if (error instanceof oidc.ResponseBodyError) {
    return error.error === 'invalid_grant' ? providerErrors.expired : providerErrors.unavailable;
  }
  // What reached no answer is a fault of the network; what reached one that does not hold is not to be trusted.
  const isNetwork = error instanceof TypeError || (error as { code?: string }).code === 'OAUTH_TIMEOUT';
  return isNetwork ? providerErrors.unavailable : providerErrors.notVerified;
}
