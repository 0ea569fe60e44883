import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { EventItem } from '../platform/outbox.ts';
import type { Table } from '../platform/table.ts';

/** A server that dies at a write, before or after the engine carried it out, and answers nothing until it is started again. */
export function aMortalServer() {
  const server = { isDead: false, deaths: 0, writes: 0, diesAt: -1, carriesOut: false };
  const wrap = (client: DynamoDBDocumentClient): DynamoDBDocumentClient =>
    new Proxy(client, {
      get(target, property) {
        if (property !== 'send') return Reflect.get(target, property);
        return async (command: { input: object; constructor: { name: string } }) => {
          if (server.isDead) throw new Error('the server is dead');
          const dies = command.constructor.name === 'TransactWriteCommand' && server.writes++ === server.diesAt;
          if (dies) Object.assign(server, { isDead: true, deaths: server.deaths + 1 });
          if (dies && !server.carriesOut) throw new Error('killed before the write');
          const answer = await target.send(command as never);
          if (dies) throw new Error('killed after the write');
          return answer;
        };
      },
    });
  return { server, wrap };
}

/** All events that lie in the outbox of a table. */
export async function everyEvent({ client, name }: Table) {
  const rows: Record<string, unknown>[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: name, Limit: 500, ExclusiveStartKey }));
    rows.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return rows.filter(({ entity }) => entity === EventItem.entity) as { data: Record<string, unknown> }[];
}
