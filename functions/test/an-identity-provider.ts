/// <reference path="./oidc-provider.d.ts" />
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProviderSettings } from '../identity/index.ts';
import { arrivalPath } from '../identity/provider/provider.service.ts';
import { siteOrigin } from './an-authenticator.ts';

/** Somebody whom the provider knows; `mobile` is in E.164 form. */
export type Citizen = Readonly<{ subject: string; mobile?: string; isVerified?: boolean }>;

/**
 * A real provider of OpenID Connect on this machine, at which somebody signs in as soon as they come. `siteAt` is asked when the first
 * person comes.
 */
export async function anIdentityProvider(siteAt = () => siteOrigin) {
  const { default: Provider } = await import('oidc-provider');
  const client = { client_id: 'kaifong', client_secret: 'not-a-secret-of-anybody' };
  const citizens = new Map<string, Citizen>();
  const now = { coming: '', gives: true };

  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const open = () =>
    new Provider(issuer, {
      clients: [{ ...client, redirect_uris: [`${siteAt()}${arrivalPath}`] }],
      pkce: { required: () => true },
      claims: { openid: ['sub'], phone: ['phone_number', 'phone_number_verified'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: () => '/coming' },
      // Whole seconds; long enough for any test.
      ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
      cookies: { keys: ['a key of this test'] },
      findAccount: async (_context, accountId) => ({
        accountId,
        claims: async () => {
          const { subject: sub, mobile, isVerified = true } = citizens.get(accountId) ?? { subject: accountId };
          return { sub, ...(mobile && { phone_number: mobile, phone_number_verified: isVerified }) };
        },
      }),
      // Whoever comes has agreed to be known here.
      loadExistingGrant: async (context) => {
        const { session } = context.oidc;
        const grant = new context.oidc.provider.Grant({
          accountId: session?.accountId ?? '',
          clientId: client.client_id,
        });
        grant.addOIDCScope('openid phone');
        await grant.save();
        return grant;
      },
    });
  let provider: ReturnType<typeof open> | undefined;
  server.on('request', async (request, response) => {
    provider ??= open();
    if (request.url !== '/coming') return provider.callback()(request, response);
    const refusal = { error: 'access_denied', error_description: 'the person closed the window' };
    const result = now.gives ? { login: { accountId: now.coming } } : refusal;
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });

  return {
    settings: {
      issuer,
      clientId: client.client_id,
      secret: async () => client.client_secret,
    } satisfies ProviderSettings,

    /** Who comes next; `gives: false` closes the window there. */
    expect(citizen: Citizen, { gives = true } = {}): void {
      citizens.set(citizen.subject, citizen);
      Object.assign(now, { coming: citizen.subject, gives });
    },

    /** Goes to the provider as somebody and comes back with what it puts into the address. `gives: false` closes the window there. */
    async visit(location: string, citizen: Citizen, options?: { gives?: boolean }): Promise<Record<string, string>> {
      this.expect(citizen, options);
      const cookies = new Map<string, string>();
      let url = new URL(location);
      while (url.origin === issuer) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const page = await fetch(url, { redirect: 'manual', headers: { cookie } });
        for (const line of page.headers.getSetCookie()) {
          const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
          cookies.set(name, value);
        }
        const next = page.headers.get('location');
        if (!next) throw new Error(`the provider answered ${page.status}: ${await page.text()}`);
        url = new URL(next, url);
      }
      return Object.fromEntries(url.searchParams);
    },

    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type IdentityProvider = Awaited<ReturnType<typeof anIdentityProvider>>;
