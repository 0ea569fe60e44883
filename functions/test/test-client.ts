import { randomUUID } from 'node:crypto';

type App = { request: (path: string, init?: RequestInit) => Response | Promise<Response> };

/** An answer with its body read. */
// biome-ignore lint/suspicious/noExplicitAny: tests look at whatever came back
export type Answer = { status: number; body: any; headers: Headers };

/** A person with a browser: keeps the session cookie and gives each write a fresh idempotency key. */
export class TestClient {
  readonly #app: App;
  readonly #headers: Record<string, string>;
  /** The cookie of the session, as the browser would send it. */
  cookie = '';
  /** The cookie by which the browser is known again. */
  #device = '';

  constructor(app: App, options: { address?: string; language?: string } = {}) {
    this.#app = app;
    this.#headers = {
      'x-forwarded-for': options.address ?? '203.0.113.1',
      'accept-language': options.language ?? 'zh-Hans',
    };
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  post(path: string, body: unknown = {}, options: { key?: string } = {}): Promise<Answer> {
    return this.send('POST', path, { body: JSON.stringify(body), ...options });
  }

  put(path: string, body: unknown = {}, options: { key?: string } = {}): Promise<Answer> {
    return this.send('PUT', path, { body: JSON.stringify(body), ...options });
  }

  delete(path: string, options: { key?: string } = {}): Promise<Answer> {
    return this.send('DELETE', path, options);
  }

  /** Sends a request as it stands; `key: null` leaves the idempotency key out. */
  async send(method: string, path: string, options: { body?: string; key?: string | null } = {}): Promise<Answer> {
    const key = options.key === undefined && method !== 'GET' ? randomUUID() : options.key;
    const response = await this.#app.request(`/api${path}`, {
      method,
      headers: {
        ...this.#headers,
        ...(options.body !== undefined && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
        ...((this.cookie || this.#device) && { cookie: [this.cookie, this.#device].filter(Boolean).join('; ') }),
      },
      ...(options.body !== undefined && { body: options.body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const cookie = line.split(';')[0] ?? '';
      if (cookie.startsWith('kaifong_device=')) this.#device = cookie;
      else this.cookie = cookie;
    }
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
  }

  /** Goes on with the browser of somebody else: the phone is lent, the session is one's own. */
  borrow(other: TestClient): void {
    this.#device = other.#device;
  }

  /** The same browser and session, read in another language. */
  reading(language: string): TestClient {
    const other = new TestClient(this.#app);
    Object.assign(other.#headers, this.#headers, { 'accept-language': language });
    other.cookie = this.cookie;
    other.borrow(this);
    return other;
  }

  /** Asks for a code and signs in with what arrived in `sent`. */
  async signIn(mobile: string, sent: readonly { mobile: string; code: string }[]): Promise<void> {
    const asked = await this.post('/one-time-codes', { mobile });
    if (asked.status !== 202) throw new Error(`no code: ${JSON.stringify(asked.body)}`);
    const code = sent.findLast((message) => message.mobile.endsWith(mobile))?.code;
    const answer = await this.post('/sessions', { mobile, code });
    if (answer.status !== 201) throw new Error(`no session: ${JSON.stringify(answer.body)}`);
  }
}
