/**
 * Sends notices through the gateway that the district has a contract with: text messages, WeChat templates and e-mail, told apart by
 * `channel`. It takes JSON with a bearer token, holds the approved template of each `kind` itself, and sends a `key` once.
 */
export function messageGateway(url: string, token: string) {
  return {
    async send(message: Readonly<{ key: string; channel: string; to: string; kind: string }>): Promise<void> {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(5_000),
      });
      if (!answer.ok) throw new Error(`the gateway answered ${answer.status}`);
    },
  };
}
