import { frontHeader } from '@kaifong/shared/identity/front-header.ts';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { ApiEnv, Kit } from './kit.ts';
import { visitorAddress } from './visitor.ts';

const pass = 'a-pass-of-forty-eight-signs';
const [visitor, edge, site, stranger] = ['203.0.113.9', '198.51.100.1', '192.0.2.7', '203.0.113.66'];

async function addressOf(hops: string | undefined, given?: string, kit: Pick<Kit, 'frontPass'> = { frontPass: pass }) {
  const app = new Hono<ApiEnv>().get('/', (context) => {
    context.set('kit', kit as Kit);
    return context.text(visitorAddress(context));
  });
  const headers = { ...(hops && { 'x-forwarded-for': hops }), ...(given && { [frontHeader]: given }) };
  return (await app.request('/', { headers })).text();
}

describe('the address of a visitor', () => {
  it('is what the front wrote, whether it passed the request on to the API or to the site', async () => {
    expect(await addressOf(`${visitor}, ${edge}`, pass)).toBe(visitor);
    expect(await addressOf(`${visitor}, ${site}`, pass)).toBe(visitor);
    expect(await addressOf(`${stranger}, ${visitor}, ${edge}`, pass)).toBe(visitor);
  });

  it('is what the gateway wrote for one who calls it without the pass, whatever they claim', async () => {
    for (const given of [undefined, 'guess', `${pass}x`, pass.toUpperCase()]) {
      expect(await addressOf(`${visitor}, ${stranger}`, given)).toBe(stranger);
    }
  });

  it('is the last hop where there is no front', async () => {
    expect(await addressOf(`${visitor}, ${stranger}`, pass, {})).toBe(stranger);
    expect(await addressOf('2001:db8::1', undefined, {})).toBe('2001:db8::1');
  });

  it('is unknown when nobody wrote one', async () => {
    expect(await addressOf(undefined)).toBe('unknown');
    expect(await addressOf(edge, pass)).toBe('unknown');
    expect(await addressOf(undefined, undefined, {})).toBe('unknown');
  });
});
