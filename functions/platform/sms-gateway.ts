/**
 * Sends codes through the text-message gateway that the district has a contract with. It takes `{ to, code, purpose }` as
 * JSON with a bearer token and holds the approved template of each purpose itself, as mainland carriers demand.
 */
export function smsGateway(url: string, token: string) {
  return {
    async sendCode(mobile: string, code: string, purpose: string): Promise<void> {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ to: mobile, code, purpose }),
        signal: AbortSignal.timeout(5_000),
      });
      if (!answer.ok) throw new Error(`the gateway answered ${answer.status}`);
    },
  };
}
