import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

type Consumed = { CapacityUnits?: number };
type Answer = { ConsumedCapacity?: Consumed | Consumed[] };
type Sent = { input: { ReturnConsumedCapacity?: string } };

/** A client that notes what each read consumes, in request units, as the engine reports it. */
export function meteredClient() {
  let reads: { call: string; units: number }[] = [];
  const wrap = (client: DynamoDBDocumentClient): DynamoDBDocumentClient => {
    const send = client.send.bind(client) as unknown as (command: Sent) => Promise<Answer>;
    return Object.assign(Object.create(client) as DynamoDBDocumentClient, {
      send: async (command: Sent) => {
        command.input.ReturnConsumedCapacity = 'TOTAL';
        const answer = await send(command);
        const units = [answer.ConsumedCapacity ?? []].flat().reduce((sum, each) => sum + (each.CapacityUnits ?? 0), 0);
        const call = command.constructor.name.replace('Command', '');
        if (['Query', 'Get', 'BatchGet'].includes(call)) reads.push({ call, units });
        return answer;
      },
    });
  };
  /** What was read since it was taken last. */
  const take = () => {
    const taken = reads;
    reads = [];
    return { calls: taken.length, units: taken.reduce((sum, { units }) => sum + units, 0) };
  };
  return { wrap, take };
}
