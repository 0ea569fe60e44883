import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';

type Held = Readonly<{ arrived: Promise<void>; letGo: () => void }>;

/**
 * A client whose next transaction waits until the test lets it go, so that others are carried out between what it was decided by and
 * its write.
 *
 * @example
 * const held = heldClient();
 * const district = await startDistrict({ wrap: held.wrap });
 * const { arrived, letGo } = held.next();
 */
export function heldClient() {
  let hold: (() => Promise<void>) | undefined;
  return {
    wrap(client: DynamoDBDocumentClient): DynamoDBDocumentClient {
      async function send(command: Parameters<DynamoDBDocumentClient['send']>[0]): Promise<unknown> {
        if (command instanceof TransactWriteCommand) {
          const wait = hold;
          hold = undefined;
          await wait?.();
        }
        return client.send(command);
      }
      return new Proxy(client, {
        get: (target, property) => (property === 'send' ? send : Reflect.get(target, property)),
      });
    },

    /** Holds the next transaction; `arrived` resolves when it is there. */
    next(): Held {
      const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
      const { promise: released, resolve: letGo } = Promise.withResolvers<void>();
      hold = () => {
        arrive();
        return released;
      };
      return { arrived, letGo };
    },
  };
}
