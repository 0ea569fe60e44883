import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Part, provincialGateway } from '../platform/provincial-gateway.ts';

/** What the next request meets: an answer of a status, one that is no JSON, a line that breaks, or an answer that is lost on the way. */
export type Fault = number | 'garbled' | 'hungUp' | 'answerLost';

/**
 * A volunteer system of the province on this machine, over HTTP. It takes each part once by its key, and refuses the records that are
 * named in `refuses`.
 */
export async function aProvince() {
  const faults: Fault[] = [];
  const refuses = new Map<string, string>();
  const records = new Map<string, Part['rows'][number]>();
  const keys: string[] = [];
  const tokens = new Set<string | undefined>();

  const server = createServer(async (request, response) => {
    const part = JSON.parse(await textOf(request)) as Part;
    const fault = faults.shift();
    tokens.add(request.headers.authorization);
    if (fault === 'hungUp') return void request.socket.destroy();
    if (typeof fault === 'number') return void response.writeHead(fault).end('{}');
    keys.push(part.key);
    const refused = part.rows.flatMap(({ recordNumber }) => {
      const reason = refuses.get(String(recordNumber));
      return reason === undefined ? [] : [{ recordNumber, reason }];
    });
    for (const row of part.rows) {
      if (!refuses.has(String(row.recordNumber))) records.set(String(row.recordNumber), row);
    }
    if (fault === 'answerLost') return void request.socket.destroy();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(fault === 'garbled' ? '<html>' : JSON.stringify({ refused }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/records`;

  return {
    system: provincialGateway(url, async () => 'a token of this test'),
    /** What the next requests meet, one after the other. */
    faults,
    /** Record numbers that it does not take, and why. */
    refuses,
    /** What it has taken, by number. */
    records,
    /** The keys of the parts that arrived. */
    keys,
    tokens,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
